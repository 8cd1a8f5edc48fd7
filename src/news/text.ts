/** Characters looked at; a feed's summary may be a whole book. */
const titleCap = 400;
const summaryCap = 1600;

/** A title and a summary, plain text already, as far as they are looked at: whatever the feed, well-formed. */
export const plainTitle = (text: string): string => text.slice(0, titleCap).toWellFormed();
export const plainSummary = (text: string): string => text.slice(0, summaryCap).toWellFormed();
