/** What a web page is that came in place of a feed. */
export type PageKind = 'challenge' | 'consent' | 'login' | 'page';

/** Cloudflare's own page. A script of its "challenge-platform" alone stands on ordinary pages, too. */
const challengePage =
  /cf_chl_|orchestrate\/chl_|cf-browser-verification|<title>(just a moment\.\.\.|attention required! \| cloudflare)/;

const consentHosts = /^(consent|guce|cookie-?wall)\./;
/** What stands on ordinary pages too counts on short ones only: there is little else on a page that bars the way. */
const shortPage = 50_000;
const captchaMarks =
  /ddos-guard|px-captcha|_incapsula_resource|g-recaptcha|h-captcha|cf-turnstile|\/cdn-cgi\/challenge-platform\//;
const consentMarks = /before you continue|consent[-_. ](form|page|wall|manager)|cookiewall|collectconsent/;
const loginPath = /\/(login|log-in|signin|sign-in|sso|auth|wp-login\.php|accounts?\/login)(\/|$|\.)/i;
// [^<>]: looking ends at the next tag, so that a page of a thousand open ones takes no longer than another.
const loginMarks = /<input[^<>]+type\s*=\s*["']?password/;

/** Whether the text begins like an HTML page rather than a feed. */
export function isPage(text: string): boolean {
  const start = text
    .slice(0, 2048)
    .replace(/^\uFEFF/, '')
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .trimStart();
  return /^<(!doctype\s+html|html|head|body|script|meta)\b/i.test(start);
}

/**
 * Tells a bot challenge, a consent page and a login page from any other page.
 * @param text the page, or its first part.
 * @param url where it came from, after redirects; empty for a file.
 */
export function pageKind(
  text: string,
  url: string,
  headers: Readonly<Record<string, unknown>> = {},
): PageKind {
  const page = text.slice(0, 100_000).toLowerCase();
  const short = page.length < shortPage;
  const { hostname = '', pathname = '' } = URL.parse(url) ?? {};
  if (headers['cf-mitigated'] === 'challenge' || challengePage.test(page)) return 'challenge';
  if (short && captchaMarks.test(page)) return 'challenge';
  if (consentHosts.test(hostname) || (short && consentMarks.test(page))) return 'consent';
  if (loginPath.test(pathname) || (short && loginMarks.test(page))) return 'login';
  return 'page';
}

export const pageMessages = {
  challenge: 'the site asks visitors to prove that they are human, which a feed reader cannot',
  consent: 'the site shows a consent page instead of the feed',
  login: 'the site asks for a login instead of giving the feed',
} as const;
