import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/feeds/parse/decode.ts';

/** A text in a charset, byte by byte: [charset, text, its bytes]. */
const samples: readonly (readonly [charset: string, text: string, bytes: readonly number[]])[] = [
  ['windows-1256', 'سلام', [0xd3, 0xe1, 0xc7, 0xe3]],
  ['windows-1256', 'پاکستان', [0x81, 0xc7, 0x98, 0xd3, 0xca, 0xc7, 0xe4]],
  ['iso-8859-6', 'سلام', [0xd3, 0xe4, 0xc7, 0xe5]],
  ['iso-8859-1', 'café', [0x63, 0x61, 0x66, 0xe9]],
  ['iso-8859-15', '€5', [0xa4, 0x35]],
  ['windows-1252', '“x”', [0x93, 0x78, 0x94]],
  ['windows-1251', 'мир', [0xec, 0xe8, 0xf0]],
  ['koi8-r', 'мир', [0xcd, 0xc9, 0xd2]],
  ['gb18030', '和平', [0xba, 0xcd, 0xc6, 0xbd]],
  ['gb2312', '和平', [0xba, 0xcd, 0xc6, 0xbd]],
  ['big5', '和平', [0xa9, 0x4d, 0xa5, 0xad]],
  ['shift_jis', '平和', [0x95, 0xbd, 0x98, 0x61]],
  ['euc-jp', '平和', [0xca, 0xbf, 0xcf, 0xc2]],
  ['euc-kr', '평화', [0xc6, 0xf2, 0xc8, 0xad]],
  ['iso-2022-jp', '平和', [0x1b, 0x24, 0x42, 0x4a, 0x3f, 0x4f, 0x42, 0x1b, 0x28, 0x42]],
  ['windows-1254', 'barış', [0x62, 0x61, 0x72, 0xfd, 0xfe]],
  ['cp437', 'Ça va', [0x80, 0x61, 0x20, 0x76, 0x61]],
  ['ibm855', 'ђ', [0x80]],
  ['mac-cyrillic', 'мир', [0xec, 0xe8, 0xf0]],
  ['macroman', 'café', [0x63, 0x61, 0x66, 0x8e]],
  ['viscii', 'Việt', [0x56, 0x69, 0xae, 0x74]],
];

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];

function document(declared: string | undefined, bytes: readonly number[]): Uint8Array {
  const head = declared === undefined ? '' : `<?xml version="1.0" encoding="${declared}"?>`;
  return Uint8Array.from([...ascii(`${head}<title>`), ...bytes, ...ascii('</title>')]);
}

const titleOf = (text: string): string => /<title>(.*)<\/title>/s.exec(text)?.[1] ?? text;

describe.each(samples)('%s "%s"', (charset, text, bytes) => {
  test.each([
    ['named by the declaration', charset, undefined],
    ['named by the header', undefined, `text/xml; charset=${charset}`],
    ['named by a header in quotes', undefined, `text/xml; charset="${charset.toUpperCase()}"`],
    ['named by both', charset, `text/xml; charset=${charset}`],
    ['while the header says iso-8859-1', charset, 'text/xml; charset=iso-8859-1'],
    ['while the header says utf-8', charset, 'text/xml; charset=utf-8'],
    ['while the header says something unknown', charset, 'text/xml; charset=x-nonsense'],
    ['while the declaration says utf-8', 'utf-8', `text/xml; charset=${charset}`],
    ['while the declaration says iso-8859-1', 'iso-8859-1', `text/xml; charset=${charset}`],
  ])('%s', (_how, declared, header) => {
    // Where both labels are as good as any, the bytes decide only between those that fit.
    expect(titleOf(decode(document(declared, bytes), header))).toBe(text);
  });
});

describe.each(['سلام، پاکستان', '和平', 'café', 'мир', 'ټولنه 🕊'])('UTF-8 "%s"', (text) => {
  const bytes = [...Buffer.from(text, 'utf8')];
  test.each([
    ['without any label', undefined, undefined],
    ['labelled so', 'utf-8', 'text/xml; charset=utf-8'],
    ['declared as windows-1256', 'windows-1256', undefined],
    ['declared as iso-8859-1', 'iso-8859-1', undefined],
    ['declared as utf-16', 'utf-16', undefined],
    ['declared as gb2312', 'gb2312', undefined],
    ['sent as iso-8859-1', undefined, 'text/xml; charset=iso-8859-1'],
    ['sent as windows-1252', 'utf-8', 'text/xml; charset=windows-1252'],
    ['with an unknown label', 'x-nonsense', 'text/xml; charset=nonsense'],
    ['sent as us-ascii', undefined, 'text/xml; charset=us-ascii'],
  ])('%s', (_how, declared, header) => {
    expect(titleOf(decode(document(declared, bytes), header))).toBe(text);
  });

  test('with a mark, whatever is said', () => {
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...document('windows-1256', bytes)]);
    expect(titleOf(decode(marked, 'text/xml; charset=koi8-r'))).toBe(text);
  });

  test('cut off within a character', () => {
    const whole = document(undefined, [...bytes, ...bytes, 0xd8]);
    expect(decode(whole.subarray(0, whole.length - ascii('</title>').length))).toContain(text);
  });

  test('with one damaged byte in a long text', () => {
    const long = document(undefined, [...Array.from({ length: 20 }, () => bytes).flat(), 0xff]);
    expect(decode(long, 'text/xml; charset=windows-1256')).toContain(text);
  });
});

describe('wide characters', () => {
  const xml = '<?xml version="1.0"?><title>سلام</title>';
  const utf16 = Buffer.from(xml, 'utf16le');
  const utf32 = (littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer([...xml].length * 4));
    [...xml].forEach((c, i) => {
      view.setUint32(i * 4, c.codePointAt(0) ?? 0, littleEndian);
    });
    return new Uint8Array(view.buffer);
  };

  test.each([
    ['UTF-16, little end first, with a mark', Uint8Array.from([0xff, 0xfe, ...utf16])],
    ['UTF-16, big end first, with a mark', Uint8Array.from([0xfe, 0xff, ...Buffer.from(utf16).swap16()])],
    ['UTF-16, little end first', new Uint8Array(utf16)],
    ['UTF-16, big end first', new Uint8Array(Buffer.from(utf16).swap16())],
    ['UTF-32, little end first, with a mark', Uint8Array.from([0xff, 0xfe, 0, 0, ...utf32(true)])],
    ['UTF-32, big end first, with a mark', Uint8Array.from([0, 0, 0xfe, 0xff, ...utf32(false)])],
    ['UTF-32, little end first', utf32(true)],
    ['UTF-32, big end first', utf32(false)],
  ])('%s', (_name, bytes) => {
    expect(titleOf(decode(bytes, 'text/xml; charset=iso-8859-1'))).toBe('سلام');
  });
});

test.each([
  ['cp_is', [0x8d, 0x98], 'Þý'],
  ['maclatin2', [0xe4, 0xe1], 'šŠ'],
  ['mac-latin2', [0xe4, 0xe1], 'šŠ'],
  ['MacCentralEurope', [0xe4, 0xe1], 'šŠ'],
  ['cp437', [0x81, 0x9c], 'ü£'],
])('code page %s', (label, bytes, text) => {
  expect(titleOf(decode(document(label, bytes)))).toBe(text);
});

test('bytes without any usable label are read as windows-1252', () => {
  expect(titleOf(decode(document(undefined, [0x93, 0x63, 0x61, 0x66, 0xe9, 0x94])))).toBe('“café”');
});

describe('a label that does not fit', () => {
  const quoted = [0x93, 0x63, 0x61, 0x66, 0xe9, 0x94];
  test.each(['utf8', 'base64', 'hex', 'utf-7'])('%s does not garble', (label) => {
    expect(titleOf(decode(document(label, quoted)))).toBe('“café”');
  });
  test('one broken byte does not make Chinese Latin', () => {
    const long = [...Array.from({ length: 20 }, () => [0xba, 0xcd, 0xc6, 0xbd]).flat(), 0xff, 0x20];
    expect(titleOf(decode(document('gb2312', long)))).toContain('和平和平');
  });
});

describe('EBCDIC', () => {
  /** Letters, digits and the signs of markup are the same in every code page of it. */
  const signs = new Map(
    [...' <>?="-./'].map((c, i) => [c, [0x40, 0x4c, 0x6e, 0x6f, 0x7e, 0x7f, 0x60, 0x4b, 0x61][i]!]),
  );
  const byteOf = (c: string): number => {
    const sign = signs.get(c);
    if (sign !== undefined) return sign;
    for (const [first, last, byte] of [
      ['a', 'i', 0x81],
      ['j', 'r', 0x91],
      ['s', 'z', 0xa2],
      ['0', '9', 0xf0],
    ] as const) {
      if (c >= first && c <= last) return byte + c.charCodeAt(0) - first.charCodeAt(0);
    }
    throw new RangeError(`no byte for ${c}`);
  };
  const ebcdic = (text: string): number[] => [...text].map(byteOf);

  test.each([
    ['cp037', [0x80, 0x4a], 'Ø¢'],
    ['ebcdic-cp-us', [0x80, 0xba], 'Ø['],
    ['cp500', [0x80, 0x4a], 'Ø['],
    ['ebcdic-cp-be', [0x5a], ']'],
    ['ibm500', ebcdic('talks'), 'talks'],
    ['ibm1140', [0x9f], '€'],
  ])('%s', (label, bytes, title) => {
    const body = [
      ...ebcdic(`<?xml version="1.0" encoding="${label}"?><title>`),
      ...bytes,
      ...ebcdic('</title>'),
    ];
    expect(titleOf(decode(Uint8Array.from(body)))).toBe(title);
  });
});

test('nothing is nothing', () => {
  expect(decode(new Uint8Array())).toBe('');
});
