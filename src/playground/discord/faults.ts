/** Something that goes wrong on purpose. */
export interface FaultRule {
  /** Which requests: matched against `METHOD /path`, without /api/v10. All if left out. */
  readonly match?: RegExp;
  /** `delay` waits `ms` and goes on; `error` answers `status`; `cut` closes the connection; `hang` never answers. */
  readonly effect: 'delay' | 'error' | 'cut' | 'hang';
  /** `before` (default): the request is not carried out; `after`: it is, and only its answer is lost. */
  readonly when?: 'before' | 'after';
  /** For `error`; 500 by default. */
  readonly status?: number;
  /** For `delay`. */
  readonly ms?: number;
  /** Share of the matching requests, 0 to 100 (default). Spread evenly, so that a run can be repeated. */
  readonly percent?: number;
  /** Ends after so many hits. */
  readonly times?: number;
}

/** The faults in force. */
export class Faults {
  readonly #rules = new Set<{ rule: FaultRule; seen: number; hits: number }>();

  /** @returns ends this fault */
  add(rule: FaultRule): () => void {
    const entry = { rule, seen: 0, hits: 0 };
    this.#rules.add(entry);
    return () => this.#rules.delete(entry);
  }

  clear(): void {
    this.#rules.clear();
  }

  /** The faults that this request meets. */
  hitting(request: string): FaultRule[] {
    return [...this.#rules].flatMap((entry) => {
      const { rule } = entry;
      if (rule.match && !rule.match.test(request)) return [];
      if (rule.times !== undefined && entry.hits >= rule.times) return [];
      entry.seen += 1;
      if (Math.floor((entry.seen * (rule.percent ?? 100)) / 100) <= entry.hits) return [];
      entry.hits += 1;
      return [rule];
    });
  }
}
