/** Several forms of which one is enough: so each stands on a line of its own. */
export const anyOf = (...forms: readonly RegExp[]): Pick<RegExp, 'test'> => ({
  test: (text) => forms.some((form) => form.test(text)),
});
