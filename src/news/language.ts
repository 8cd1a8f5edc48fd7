export type Script = 'latin' | 'arabic' | 'devanagari' | 'cyrillic' | 'other';

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['devanagari', /\p{Script=Devanagari}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
];

/** Languages with a script of their own. */
const ownScripts: readonly (readonly [string, RegExp])[] = [
  ['bn', /\p{Script=Bengali}/u],
  ['pa', /\p{Script=Gurmukhi}/u],
  ['gu', /\p{Script=Gujarati}/u],
  ['ta', /\p{Script=Tamil}/u],
  ['te', /\p{Script=Telugu}/u],
  ['kn', /\p{Script=Kannada}/u],
  ['ml', /\p{Script=Malayalam}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
];

const writtenIn: Readonly<Record<Exclude<Script, 'other'>, readonly string[]>> = {
  latin: [],
  arabic: ['ur', 'ps', 'fa', 'ar', 'sd', 'ckb', 'ug', 'pnb', 'bal'],
  devanagari: ['hi', 'mr', 'ne'],
  cyrillic: ['ru', 'uk', 'tg', 'bg', 'sr', 'kk', 'ky'],
};
const notLatin = new Set([...Object.values(writtenIn).flat(), ...ownScripts.map(([code]) => code)]);

/** The script of most letters at the start of the text. */
export function scriptOf(text: string): Script {
  const start = text.slice(0, 400);
  let best: Script = 'other';
  let most = 0;
  for (const [script, letters] of scripts) {
    const count = start.match(letters)?.length ?? 0;
    if (count > most) {
      best = script;
      most = count;
    }
  }
  return best;
}

/**
 * BCP 47 language as far as letters tell it; what the feed declares decides among the languages of one
 * script. Pashto and Urdu have letters of their own, so these are believed before the declaration.
 */
export function languageOf(text: string, declared: string | undefined): string {
  const tag = declared?.toLowerCase().split(/[-_]/)[0];
  const script = scriptOf(text);
  if (script === 'other') return ownScripts.find(([, letters]) => letters.test(text))?.[0] ?? tag ?? 'und';
  if (script === 'arabic') {
    if (/[ټډړږښڼېۍ]/.test(text)) return 'ps';
    if (/[ٹڈڑںےۓہھ]/.test(text)) return 'ur';
  }
  if (tag && (script === 'latin' ? !notLatin.has(tag) : writtenIn[script].includes(tag))) return tag;
  if (script === 'latin') return /\b(the|of|and|with|in|to|for)\b/i.test(text) ? 'en' : 'und';
  if (script === 'arabic') return /[گچپژیک]/.test(text) ? 'fa' : 'ar';
  return script === 'devanagari' ? 'hi' : 'ru';
}
