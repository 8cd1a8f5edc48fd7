/** That the bot was removed from a server, or that what it keeps about one is being deleted. */
export interface Departure {
  /** When its absence was first noticed (UTC ms). */
  readonly since: number;
  /** Deletion has begun; what is left to do if the process dies. */
  readonly deleting?: { readonly channels: readonly string[]; readonly feeds: readonly string[] };
}

/** When something that is looked at once a day was last looked at; one document each. */
export interface Look {
  /** UTC ms. */
  readonly at: number;
}
