/** Latin-1 by the byte in code page 037, in hexadecimal; its "next line" (15) as a line feed. */
const page037 = Buffer.from(
  `
    000102039c09867f978d8e0b0c0d0e0f101112139d0a08871819928f1c1d1e1f
    80818283840a171b88898a8b8c050607909116939495960498999a9b14159e1a
    20a0e2e4e0e1e3e5e7f1a22e3c282b7c26e9eaebe8edeeefecdf21242a293bac
    2d2fc2c4c0c1c3c5c7d1a62c255f3e3ff8c9cacbc8cdcecfcc603a2340273d22
    d8616263646566676869abbbf0fdfeb1b06a6b6c6d6e6f707172aabae6b8c6a4
    b57e737475767778797aa1bfd0dddeae5ea3a5b7a9a7b6bcbdbe5b5dafa8b4d7
    7b414243444546474849adf4f6f2f3f57d4a4b4c4d4e4f505152b9fbfcf9faff
    5cf7535455565758595ab2d4d6d2d3d530313233343536373839b3dbdcd9da9f
  `.replace(/\s+/g, ''),
  'hex',
);

/** Code page 500, where it differs: only in these signs. */
const page500 = Buffer.from(page037);
for (const [byte, sign] of [
  [0x4a, '['],
  [0x4f, '!'],
  [0x5a, ']'],
  [0x5f, '^'],
  [0xb0, '¢'],
  [0xba, '¬'],
  [0xbb, '|'],
] as const) {
  page500[byte] = sign.charCodeAt(0);
}

/** Whether a body begins with `<?xm` in EBCDIC (XML 1.0, appendix F). */
export function isEbcdic(bytes: Uint8Array): boolean {
  return [0x4c, 0x6f, 0xa7, 0x94].every((byte, i) => bytes[i] === byte);
}

/** Reads EBCDIC of the code pages 037, 500 and 1140; others as 037, which has the same letters and digits. */
export function decodeEbcdic(bytes: Uint8Array): string {
  const start = read(bytes.subarray(0, 512), page037);
  const label = /encoding\s*=\s*["']([\w.:-]+)/.exec(start)?.[1]?.toLowerCase() ?? '';
  if (/500|[-_](be|ch)$/.test(label)) return read(bytes, page500);
  const text = read(bytes, page037);
  return label.includes('1140') ? text.replaceAll('¤', '€') : text;
}

function read(bytes: Uint8Array, page: Uint8Array): string {
  return Buffer.from(bytes.map((byte) => page[byte] ?? byte)).toString('latin1');
}
