/** What a web page is that came in place of a feed. */
export type PageKind = 'challenge' | 'consent' | 'login' | 'page';

const challengeMarks = [
  'cdn-cgi/challenge-platform',
  'cf-browser-verification',
  'cf_chl_',
  '<title>just a moment...',
  '<title>attention required! | cloudflare',
  'ddos-guard',
  'px-captcha',
  '_incapsula_resource',
  'g-recaptcha',
  'h-captcha',
  'cf-turnstile',
];

const consentHosts = /^(consent|guce|cookie-?wall)\./;
const consentMarks = /before you continue|consent[-_. ](form|page|wall|manager)|cookiewall|collectconsent/;
const loginPath = /\/(login|log-in|signin|sign-in|sso|auth|wp-login\.php|accounts?\/login)(\/|$|\.)/i;
const loginMarks = /<input[^>]+type\s*=\s*["']?password/;

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
  if (headers['cf-mitigated'] === 'challenge' || challengeMarks.some((mark) => page.includes(mark))) {
    return 'challenge';
  }
  const { hostname = '', pathname = '' } = URL.parse(url) ?? {};
  if (consentHosts.test(hostname) || consentMarks.test(page)) return 'consent';
  if (loginMarks.test(page) || loginPath.test(pathname)) return 'login';
  return 'page';
}

export const pageMessages = {
  challenge: 'the site asks visitors to prove that they are human, which a feed reader cannot',
  consent: 'the site shows a consent page instead of the feed',
  login: 'the site asks for a login instead of giving the feed',
} as const;
