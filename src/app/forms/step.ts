/**
 * Leads from one form of the stored documents to the next; once released it never changes. It may be cut off and done
 * again from the start, or by two processes at once: what is in the new form already it leaves as it is.
 */
export interface FormStep {
  /** The namespace that it reads. */
  readonly from: string;
  /** What becomes of a document there. Done in order, each as one step. */
  changes(id: string, value: unknown): Iterable<Change>;
}

interface Change {
  readonly namespace: string;
  readonly id: string;
  /** Undefined deletes. */
  readonly to: (value: unknown) => unknown;
}
