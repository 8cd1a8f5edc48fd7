import { botTime } from './clock.ts';
import { element } from './dom.ts';

/** Names of channels and roles by id, for mentions. */
export type NameOf = (id: string) => string | undefined;

/** Discord's Markdown, as far as a bot's message needs it, as nodes. Never as HTML text. */
export function markdown(text: string, nameOf: NameOf): Node[] {
  return text.split('\n').flatMap((line, i): Node[] => {
    const before = i === 0 ? [] : [element('br')];
    const [, mark = '', rest = line] = /^(-# |> |#{1,3} |[-*] )?(.*)$/s.exec(line) ?? [];
    const words = inline(rest, nameOf);
    if (mark === '-# ') return [...before, element('span', { class: 'small' }, ...words)];
    if (mark === '> ') return [...before, element('discord-quote', {}, ...words)];
    if (mark.startsWith('#')) return [...before, element('strong', {}, ...words)];
    if (mark === '- ' || mark === '* ') return [...before, document.createTextNode('• '), ...words];
    return [...before, ...words];
  });
}

interface Rule {
  readonly pattern: RegExp;
  node(match: readonly string[], nameOf: NameOf): Node;
}

const rules: readonly Rule[] = [
  { pattern: /^\\([^\p{L}\p{N}\s])/u, node: ([, char]) => document.createTextNode(char!) },
  { pattern: /^<t:(-?\d+)(?::([tTdDfFR]))?>/, node: ([, seconds, style]) => time(Number(seconds), style) },
  { pattern: /^<#(\d+)>/, node: ([, id], nameOf) => mention('channel', nameOf(id!) ?? 'unknown') },
  { pattern: /^<@&(\d+)>/, node: ([, id], nameOf) => mention('role', nameOf(id!) ?? 'role') },
  { pattern: /^<\/([^:>]+):\d+>/, node: ([, name]) => mention('slash', name!) },
  {
    pattern: /^\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/,
    node: ([, label, url], nameOf) => link(url!, inline(label!, nameOf)),
  },
  { pattern: /^<(https?:\/\/[^\s>]+)>/, node: ([, url]) => link(url!, [document.createTextNode(url!)]) },
  { pattern: /^(https?:\/\/[^\s<>)]+)/, node: ([, url]) => link(url!, [document.createTextNode(url!)]) },
  { pattern: /^`([^`]+)`/, node: ([, code]) => element('code', {}, code!) },
  {
    pattern: /^\*\*((?:\\.|[^\\])+?)\*\*/,
    node: ([, bold], nameOf) => element('strong', {}, ...inline(bold!, nameOf)),
  },
  {
    pattern: /^(?:\*((?:\\.|[^\\*])+?)\*|_((?:\\.|[^\\_])+?)_)/,
    node: ([, star, line], nameOf) => element('em', {}, ...inline((star ?? line)!, nameOf)),
  },
];

function inline(text: string, nameOf: NameOf): Node[] {
  const nodes: Node[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain) nodes.push(RIGHT_TO_LEFT.test(plain) ? rightToLeft(plain) : document.createTextNode(plain));
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const hit = rules.map((rule) => ({ rule, match: rule.pattern.exec(rest) })).find(({ match }) => match);
    if (hit?.match) {
      flush();
      nodes.push(hit.rule.node(hit.match, nameOf));
      at += hit.match[0].length;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return nodes;
}

const RIGHT_TO_LEFT = /\p{Script=Arabic}/u;

function rightToLeft(text: string): Node {
  return element('span', { class: 'rtl', dir: 'auto' }, text);
}

function link(url: string, children: readonly Node[]): Node {
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

function mention(type: string, name: string): Node {
  return element('discord-mention', { type }, name);
}

function time(seconds: number, style = 'f'): Node {
  const date = new Date(seconds * 1000);
  const text = style === 'R' ? relative(date) : date.toLocaleString('en-GB', formats[style] ?? formats.f);
  return element('time', { datetime: date.toISOString(), title: date.toISOString() }, text);
}

const formats: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

function relative(date: Date): string {
  const seconds = (date.getTime() - botTime()) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
