import { describe, expect, test } from 'vitest';
import { isPage, pageKind } from '../../../src/feeds/fetch/page.ts';

describe('isPage', () => {
  test.each([
    '<!DOCTYPE html><html>',
    '<html>',
    '\n <!-- x --> <HTML lang="ur">',
    '<?xml version="1.0"?><!doctype html>',
    '\uFEFF<head>',
    '<script>x</script>',
  ])('%j is a page', (text) => expect(isPage(text)).toBe(true));
  test.each([
    '<rss>',
    '<?xml version="1.0"?><feed>',
    '<!-- <html> --><rss>',
    '<!DOCTYPE rss><rss>',
    '{"html":1}',
    'html',
    '',
    '<htmlish>',
  ])('%j is none', (text) => expect(isPage(text)).toBe(false));
});

const article = 'Peace talks go on. '.repeat(3_000);

test.each([
  ['<html><title>Just a moment...</title>', 'https://a.example/feed', 'challenge'],
  ['<html><title>Attention Required! | Cloudflare</title>', 'https://a.example/feed', 'challenge'],
  ['<html><div class="g-recaptcha">', 'https://a.example/feed', 'challenge'],
  ['<html><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1">', '', 'challenge'],
  [`<html>${article}<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js">`, '', 'page'],
  [`<html><form class="g-recaptcha">${article}`, '', 'page'],
  [`<html><input name=p type=password><script id="consent-manager">${article}`, '', 'page'],
  ['<html>Before you continue to Google', 'https://a.example/feed', 'consent'],
  ['<html>', 'https://consent.google.com/m?continue=x', 'consent'],
  ['<html><input name=p type=password>', 'https://a.example/feed', 'login'],
  ['<html>', 'https://a.example/accounts/login?next=/feed', 'login'],
  ['<html>', 'https://a.example/wp-login.php', 'login'],
  ['<html>The author of this blog', 'https://a.example/authors/feed', 'page'],
  ['<html>Peace talks: a moment of truth', 'https://a.example/', 'page'],
])('pageKind(%j, %s) is %s', (text, url, kind) => {
  expect(pageKind(text, url)).toBe(kind);
});
