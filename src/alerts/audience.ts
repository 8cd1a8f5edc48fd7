/** Who is told what a feed reports: all servers, or those that added it for themselves. */
export type Audience = (feed: string) => Promise<'all' | readonly string[]>;
