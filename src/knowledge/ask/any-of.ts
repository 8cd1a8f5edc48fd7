/** What a text may have. */
export type Form = Pick<RegExp, 'test'>;

/** Several forms of which one is enough: so each stands on a line of its own. */
export const anyOf = (...forms: readonly RegExp[]): Form => ({
  test: (text) => forms.some((form) => form.test(text)),
});
