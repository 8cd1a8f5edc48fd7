export type Script = 'latin' | 'arabic' | 'devanagari' | 'cyrillic' | 'other';

/** Unicode blocks of the letters that news is written in, up to the last code point of each. */
const blocks: readonly (readonly [last: number, script: Script | undefined])[] = [
  [0x40, undefined],
  [0x5a, 'latin'],
  [0x60, undefined],
  [0x7a, 'latin'],
  [0xbf, undefined],
  [0x24f, 'latin'],
  [0x3ff, undefined],
  [0x52f, 'cyrillic'],
  [0x5ff, undefined],
  [0x6ff, 'arabic'],
  [0x74f, undefined],
  [0x77f, 'arabic'],
  [0x8ff, undefined],
  [0x963, 'devanagari'],
  // Dandas and digits, which other scripts use too.
  [0x970, undefined],
  [0x97f, 'devanagari'],
];

function scriptOfCode(code: number): Script | undefined {
  for (const [last, script] of blocks) if (code <= last) return script;
  return undefined;
}

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

/** Letters that are more than half of those looked at. */
const majority = 100;

/** The script of most letters at the start of the text. */
function scriptOf(text: string): Script {
  const counts = { latin: 0, arabic: 0, devanagari: 0, cyrillic: 0, other: 0 };
  const end = Math.min(text.length, 2 * majority);
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    // Nearly all letters are of these two blocks.
    if (code >= 0x61 && code <= 0x7a) counts.latin += 1;
    else if (code >= 0x600 && code <= 0x6ff) counts.arabic += 1;
    else {
      const script = scriptOfCode(code);
      if (!script) continue;
      counts[script] += 1;
      if (counts[script] > majority) return script;
    }
    if (counts.latin > majority) return 'latin';
    if (counts.arabic > majority) return 'arabic';
  }
  let best: Script = 'other';
  for (const script of ['latin', 'arabic', 'devanagari', 'cyrillic'] as const) {
    if (counts[script] > counts[best]) best = script;
  }
  return best;
}

/** Small words that every text has, of languages that share a script. */
const smallWords: Readonly<Record<string, RegExp>> = {
  en: /(?<= )(?:the|of|and|with|in|to|for|as|on|by|is|at|from|after|over|says|its|an)(?= )/g,
  de: /(?<= )(?:der|die|das|und|mit|von|für|auf|ist|nach|den|im|ein|eine|zu)(?= )/g,
  fr: /(?<= )(?:le|la|les|des|et|avec|du|pour|dans|un|une|en|au|aux|sur)(?= )/g,
  es: /(?<= )(?:el|la|los|las|de|del|y|con|para|en|un|una|que|por)(?= )/g,
  pt: /(?<= )(?:o|os|do|da|dos|e|com|para|em|no|na|um|uma|que|por)(?= )/g,
  it: /(?<= )(?:il|lo|gli|di|del|della|e|con|per|nel|un|una|che|dei)(?= )/g,
  nl: /(?<= )(?:de|het|van|en|met|voor|een|op|is|na|niet)(?= )/g,
  tr: /(?<= )(?:ve|ile|bir|bu|için|da|de|ateşkes|olarak)(?= )/g,
  id: /(?<= )(?:dan|di|yang|dengan|untuk|dari|ke|pada|ini|tidak)(?= )/g,
  ur: /(?<= )(?:کے|کی|کا|میں|سے|نے|ہے|ہیں|کو|پر|اور|تھا|ke|ki|ka|mein|ne|hai|hain|ko|aur|kar)(?= )/g,
  ps: /(?<= )(?:د|په|له|ته|چې|سره|شو|شي|دي|ده|یې|کې|کړ|کوي)(?= )/g,
  fa: /(?<= )(?:در|از|که|را|این|است|با|به|شد|کرد|می)(?= )/g,
  ar: /(?<= )(?:في|من|على|إلى|التي|أن|مع|بين|عن|بعد)(?= )/g,
  hi: /(?<= )(?:के|की|का|में|से|ने|है|को|पर|और)(?= )/g,
  mr: /(?<= )(?:आहे|आणि|च्या|ला|या|केली|नाही|झाली|होते)(?= )/g,
};

/** Urdu too: many write it in these letters. */
const latin = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'tr', 'id', 'ur'];

/** The language of the candidates whose small words are found most; undefined if there are none. */
function bySmallWords(text: string, candidates: readonly string[]): string | undefined {
  const padded = ` ${text.replace(/\s+/g, ' ')} `;
  let best: string | undefined;
  let most = 0;
  for (const language of candidates) {
    const pattern = smallWords[language];
    const count = pattern ? (padded.match(pattern)?.length ?? 0) : 0;
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return best;
}

/** The primary language of a BCP 47 tag as feeds write it: `en` of `EN_us`. */
export function primaryOf(tag: string): string {
  let end = 0;
  while (end < tag.length && tag[end] !== '-' && tag[end] !== '_') end += 1;
  return tag.slice(0, end).toLowerCase();
}

/**
 * BCP 47 language as far as the text tells it; what the feed declares decides where it could be either.
 * Letters and small words of a language are believed before the declaration of another script's.
 */
export function languageOf(text: string, declared: string | undefined): string {
  const tag = declared && primaryOf(declared);
  const script = scriptOf(text);
  if (script === 'other') return ownScripts.find(([, letters]) => letters.test(text))?.[0] ?? tag ?? 'und';
  if (script === 'latin') {
    if (tag && !notLatin.has(tag)) return tag;
    return bySmallWords(text.toLowerCase(), latin) ?? 'und';
  }
  if (script === 'arabic' && /[ټډړږښڼېۍ]/.test(text)) return 'ps';
  if (tag && writtenIn[script].includes(tag)) return tag;
  if (script === 'arabic' && /[ٹڈڑںےۓ]/.test(text)) return 'ur';
  const [usual, ...others] = writtenIn[script];
  return (
    bySmallWords(text, [usual!, ...others]) ?? (script === 'arabic' && !/[گچپژیک]/.test(text) ? 'ar' : usual!)
  );
}
