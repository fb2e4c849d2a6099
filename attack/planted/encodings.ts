/** A way to write bytes as text. */
export type Encode = (bytes: Buffer) => string;

const hex = (bytes: Buffer): string => bytes.toString('hex');
const base64 = (bytes: Buffer): string => bytes.toString('base64');
const pairs = (bytes: Buffer, before: string, between: string, after = ''): string =>
  Array.from(bytes, (byte) => `${before}${byte.toString(16).padStart(2, '0')}${after}`).join(between);
const decimal = (bytes: Buffer, before: string, between: string, after = ''): string =>
  Array.from(bytes, (byte) => `${before}${byte}${after}`).join(between);
const inLines = (text: string, width: number, separator: string): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []).join(separator);

/** RFC 4648, section 6. */
function base32(bytes: Buffer): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => alphabet[parseInt(group.padEnd(5, '0'), 2)] ?? '')
    .join('');
}

/** Adobe's base 85. */
function ascii85(bytes: Buffer): string {
  const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  let text = '';
  for (let at = 0; at < padded.length; at += 4) {
    let value = padded.readUInt32BE(at);
    let group = '';
    for (let digit = 0; digit < 5; digit += 1) {
      group = String.fromCharCode(33 + (value % 85)) + group;
      value = Math.floor(value / 85);
    }
    text += group;
  }
  return `<~${text}~>`;
}

/** RFC 2045, section 6.7: what is not printable as =XX. */
function quotedPrintable(bytes: Buffer): string {
  const escaped = Array.from(bytes, (byte) =>
    byte > 32 && byte < 127 && byte !== 61
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const lines: string[] = [''];
  for (const part of escaped) {
    if ((lines.at(-1) ?? '').length + part.length > 75) lines.push('');
    lines.push(`${lines.pop() ?? ''}${part}`);
  }
  return lines.join('=\n');
}

/** What printable bytes are, and the others as percent escapes, as addresses are written. */
function percentMixed(bytes: Buffer): string {
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9._~-]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

function uuencode(bytes: Buffer): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 45) {
    const line = bytes.subarray(at, at + 45);
    let text = String.fromCharCode(32 + line.length);
    for (let byte = 0; byte < line.length; byte += 3) {
      const [a = 0, b = 0, c = 0] = line.subarray(byte, byte + 3);
      for (const six of [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]) {
        text += six === 0 ? '`' : String.fromCharCode(32 + six);
      }
    }
    lines.push(text);
  }
  return `begin 644 a.bin\n${lines.join('\n')}\n\`\nend`;
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));

/** Every way in which a file is looked for in texts, by name. */
export const ENCODINGS: Readonly<Record<string, Encode>> = {
  base64,
  base64url: (bytes) => bytes.toString('base64url'),
  'base64 of MIME': (bytes) => inLines(base64(bytes), 76, '\r\n'),
  'base64 of PEM': (bytes) => `-----BEGIN DATA-----\n${inLines(base64(bytes), 64, '\n')}\n-----END DATA-----`,
  'base64 in pieces of 4': (bytes) => inLines(base64(bytes), 4, ' '),
  'base64 in pieces of 8 by dashes': (bytes) => inLines(base64(bytes), 8, ' - '),
  'base64 in pieces of 10 by commas': (bytes) => inLines(base64(bytes), 10, ', '),
  'base64 in quoted lines': (bytes) => inLines(base64(bytes), 40, '" +\n  "'),
  'base64 quoted as in an answer': (bytes) => `> ${inLines(base64(bytes), 60, '\n> ')}`,
  'base64 in numbered lines': (bytes) => inLines(base64(bytes), 40, '\n').replace(/^/gmu, () => '1. '),
  'base64 with percent escapes': (bytes) => encodeURIComponent(base64(bytes)),
  'base64 with percent escapes twice': (bytes) => encodeURIComponent(encodeURIComponent(base64(bytes))),
  'base64 with JSON escapes': (bytes) => base64(bytes).replaceAll('/', '\\/').replaceAll('+', '\\u002b'),
  'base64 with HTML entities': (bytes) =>
    base64(bytes).replaceAll('/', '&#47;').replaceAll('+', '&#x2b;').replaceAll('=', '&equals;'),
  'base64 wholly in HTML entities': (bytes) =>
    Array.from(base64(bytes), (character) => `&#${character.charCodeAt(0)};`).join(''),
  'base64 wholly in Unicode escapes': (bytes) =>
    Array.from(base64(bytes), (character) => `\\u00${character.charCodeAt(0).toString(16)}`).join(''),
  'base64 wholly in percent escapes': (bytes) =>
    Array.from(base64(bytes), (character) => `%${character.charCodeAt(0).toString(16)}`).join(''),
  'base64 in full-width letters': (bytes) => fullWidth(base64(bytes)),
  'base64 with soft hyphens': (bytes) => inLines(base64(bytes), 3, '\u00ad'),
  'base64 in a letter of MIME': (bytes) =>
    `Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n${inLines(base64(bytes), 76, '\n')}`,
  'base64 of base64': (bytes) => base64(Buffer.from(base64(bytes))),
  'data URI': (bytes) => `data:image/jpeg;base64,${base64(bytes)}`,
  'data URI without a type': (bytes) => `data:;base64,${base64(bytes)}`,
  'data URI in percent escapes': (bytes) => `data:image/png,${pairs(bytes, '%', '')}`,
  'data URI in a style': (bytes) => `url("data:image/webp;charset=x;base64,${base64(bytes)}")`,
  'data URI with an escaped colon': (bytes) => `data%3Aimage/png;base64,${base64(bytes)}`,
  hex,
  'hex in capitals': (bytes) => hex(bytes).toUpperCase(),
  'hex in pairs by spaces': (bytes) => pairs(bytes, '', ' '),
  'hex in pairs by colons': (bytes) => pairs(bytes, '', ':'),
  'hex in fours': (bytes) => inLines(hex(bytes), 4, ' '),
  'hex as in a dump': (bytes) =>
    inLines(hex(bytes), 32, '\n')
      .split('\n')
      .map((line, index) => `${(index * 16).toString(16).padStart(8, '0')}: ${inLines(line, 4, ' ')}`)
      .join('\n'),
  'hex as in C': (bytes) => `{ ${pairs(bytes, '0x', ', ')} }`,
  'hex escapes': (bytes) => pairs(bytes, '\\x', ''),
  'hex in lines of 64': (bytes) => inLines(hex(bytes), 64, '\n'),
  'hex as in PostgreSQL': (bytes) => `\\x${hex(bytes)}`,
  'Unicode escapes': (bytes) => pairs(bytes, '\\u00', ''),
  'percent escapes': (bytes) => pairs(bytes, '%', ''),
  'percent escapes where needed': percentMixed,
  'HTML entities': (bytes) => decimal(bytes, '&#', '', ';'),
  'HTML entities in hex': (bytes) => pairs(bytes, '&#x', '', ';'),
  'quoted-printable': quotedPrintable,
  'decimal bytes': (bytes) => decimal(bytes, '', ', '),
  'decimal bytes in brackets': (bytes) => `[${decimal(bytes, '', ',')}]`,
  'decimal bytes by spaces': (bytes) => decimal(bytes, '', ' '),
  'octal escapes': (bytes) => Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  binary: (bytes) => Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join(' '),
  base32,
  'base32 in small letters': (bytes) => base32(bytes).toLowerCase(),
  ascii85,
  uuencode,
};
