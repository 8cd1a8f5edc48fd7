/**
 * Checks what a server or a person gave as a feed's URL.
 * @returns the parsed URL without its fragment, or a sentence that says what is wrong with it.
 */
export function feedUrl(text: string, base?: string): URL | string {
  if (text.length > 2048) return 'the address is longer than 2,048 characters';
  const url = URL.parse(text, base);
  if (!url) return 'this is not a web address';
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return 'only http and https addresses are fetched';
  if (url.username || url.password) return 'an address must not carry a user name or a password';
  url.hash = '';
  return url;
}
