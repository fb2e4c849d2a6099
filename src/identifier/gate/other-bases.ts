import { beginsLikeFile } from './file-heads.js';

/** Letters and digits of base 32 (RFC 4648) in a row, in one case, perhaps in lines: 40 of them are 25 bytes. */
const BASE32_RUN =
  /(?<![A-Za-z0-9])(?:[A-Z2-7](?:\s{1,3}(?=[A-Z2-7]))?){40,}={0,6}|(?<![A-Za-z0-9])(?:[a-z2-7](?:\s{1,3}(?=[a-z2-7]))?){40,}={0,6}/gu;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
/** As many characters tell the longest head that is looked for. */
const BASE32_HEAD_LENGTH = 26;
/** Words in capitals may stand before: the encoding is looked for at the beginning of so many of them. */
const STARTS_MAX = 40;

/** A file in the encoding of the Unix mail of old begins so; its lines are found by their punctuation as well. */
const UUENCODE = /\bbegin(?:-base64)? [0-7]{3,4} \S+\s*\n/u;
const ASCII85 = /<~[!-u\sz]{20,}~>/u;
/** A run of printable characters without a space, and kinds of punctuation in it that no word, address or code has. */
const SOUP_RUN = /[!-~]{40,}/gu;
const SOUP_KINDS_MIN = 13;

/** Whether a text holds a file in base 32, base 85 or the encodings of old mail. */
export function holdsOtherBase(text: string): boolean {
  return ASCII85.test(text) || UUENCODE.test(text) || holdsBase32File(text) || holdsPunctuationSoup(text);
}

function holdsBase32File(text: string): boolean {
  for (const [run] of text.matchAll(BASE32_RUN)) {
    const words = run.toLowerCase().split(/\s+/u);
    for (let start = 0; start < Math.min(words.length, STARTS_MAX); start += 1) {
      const head = words
        .slice(start, start + BASE32_HEAD_LENGTH)
        .join('')
        .slice(0, BASE32_HEAD_LENGTH);
      if (beginsLikeFile(fromBase32(head))) return true;
    }
  }
  return false;
}

function fromBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let value = 0;
  let bits = 0;
  for (const character of text) {
    value = ((value << 5) | Math.max(0, BASE32.indexOf(character))) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

function holdsPunctuationSoup(text: string): boolean {
  for (const [run] of text.matchAll(SOUP_RUN)) {
    const punctuation = new Set(run.replace(/[A-Za-z0-9]/gu, ''));
    if (punctuation.size >= SOUP_KINDS_MIN && /[A-Za-z]/u.test(run)) return true;
  }
  return false;
}
