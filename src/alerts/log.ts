/** The part of the log that alerts and digests use; a message says how to mend what it reports. */
export interface Log {
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}
