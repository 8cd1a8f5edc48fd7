import iconv from 'iconv-lite';
import { decodeEbcdic, isEbcdic } from './ebcdic.ts';

/**
 * Turns bytes into text. In this order: byte order mark, valid UTF-8 (a wrong label does not garble it),
 * then the charset of the XML declaration and of the Content-Type header, then windows-1252.
 */
export function decode(bytes: Uint8Array, contentType?: string): string {
  const marked = byMark(bytes);
  if (marked) return decodeAs(marked.charset, bytes.subarray(marked.skip));
  if (isEbcdic(bytes)) return decodeEbcdic(bytes);
  const labels = [declaredCharset(bytes), headerCharset(contentType)].filter((label) => label !== undefined);
  // Seven-bit encodings are valid UTF-8 too, so only their label tells them.
  const sevenBit = labels.find((label) => /^(iso-2022-jp|csiso2022jp)$/i.test(label));
  if (sevenBit) return decodeAs(sevenBit, bytes);
  const utf8 = strictly('utf-8', bytes) ?? mostly('utf-8', bytes);
  if (utf8 !== undefined) return utf8;
  // ISO-8859-1 is what servers say when nobody told them: another label is better evidence.
  const specific = (label: string) =>
    /^(iso-?8859-?1|latin-?1|us-ascii|windows-1252|utf-?8)$/i.test(label) ? 1 : 0;
  const likeliest = labels.toSorted((a, b) => specific(a) - specific(b));
  for (const read of [strictly, mostly]) {
    for (const label of likeliest) {
      const text = read(label, bytes);
      if (text !== undefined) return text;
    }
  }
  return decodeAs('windows-1252', bytes);
}

const marks: readonly (readonly [charset: string, start: readonly number[], skip: number])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0], 4],
  ['utf-32be', [0, 0, 0xfe, 0xff], 4],
  ['utf-8', [0xef, 0xbb, 0xbf], 3],
  ['utf-16le', [0xff, 0xfe], 2],
  ['utf-16be', [0xfe, 0xff], 2],
  // No mark, but the first "<" or "{" shows the width (XML 1.0, appendix F).
  ['utf-32le', [0x3c, 0, 0, 0], 0],
  ['utf-32be', [0, 0, 0, 0x3c], 0],
  ['utf-16le', [0x3c, 0], 0],
  ['utf-16be', [0, 0x3c], 0],
  ['utf-16le', [0x7b, 0], 0],
  ['utf-16be', [0, 0x7b], 0],
];

function byMark(bytes: Uint8Array): { charset: string; skip: number } | undefined {
  const found = marks.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  return found && { charset: found[0], skip: found[2] };
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512)).toString('latin1');
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)\s*["']/.exec(start)?.[1];
}

function headerCharset(contentType: string | undefined): string | undefined {
  return /charset\s*=[\s"']*([\w.:-]+)/i.exec(contentType ?? '')?.[1];
}

/** Undefined if the bytes are not valid in this charset, or the charset is unknown. A broken end is allowed. */
function strictly(label: string, bytes: Uint8Array): string | undefined {
  const decoder = decoderOf(label, true);
  if (!decoder) return byCodePage(label, bytes);
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** Code pages of DOS, the Mac and others that the web platform does not know. */
function byCodePage(label: string, bytes: Uint8Array): string | undefined {
  const name = otherNames[label.toLowerCase().replace(/[-_]/g, '')] ?? label;
  if (noCharset.test(name) || !iconv.encodingExists(name)) return undefined;
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
}

/** Names that the library does not know. */
const otherNames: Readonly<Record<string, string>> = {
  cpis: 'cp861',
  maclatin2: 'maccenteuro',
  maccentraleurope: 'maccenteuro',
};

/** What the library knows beside charsets, and what could hide markup. */
const noCharset = /^(base64|hex|binary|utf-?7(-?imap)?)$/i;

/** With a little damage: at most one broken sequence for each twenty good ones. */
function mostly(label: string, bytes: Uint8Array): string | undefined {
  const text = decoderOf(label)?.decode(bytes.subarray(0, 1024 * 1024), { stream: true });
  if (text === undefined) return undefined;
  let broken = 0;
  let good = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) broken += 1;
    else if (unit > 0x7f) good += 1;
  }
  return broken * 20 <= good ? decoderOf(label)?.decode(bytes) : undefined;
}

function decoderOf(label: string, fatal = false): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return undefined;
  }
}

function decodeAs(charset: string, bytes: Uint8Array): string {
  if (charset === 'utf-32le' || charset === 'utf-32be') return decodeUtf32(bytes, charset === 'utf-32le');
  return new TextDecoder(charset).decode(bytes);
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(Math.floor(bytes.length / 4) * 2);
  let length = 0;
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const point = view.getUint32(i, littleEndian);
    const high = point >= 0x10000 && point <= 0x10ffff;
    if (high) units[length++] = 0xd7c0 + (point >> 10);
    units[length++] = high ? 0xdc00 + (point & 0x3ff) : point > 0xffff ? 0xfffd : point;
  }
  return new TextDecoder('utf-16le').decode(units.subarray(0, length));
}
