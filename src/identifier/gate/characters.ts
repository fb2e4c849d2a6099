/**
 * The characters that no text may hold: C0 and C1 controls other than newline and tab, bidirectional controls and
 * zero-width controls (identifiers.md, "Refused everywhere"). They make two values look alike that are not, or one
 * value read as another.
 *
 * Three exceptions, without which honest texts could not be written at all: the joiners U+200C and U+200D are allowed
 * where RFC 5892 (appendix A.1 and A.2) allows them in host names, which is beside a virama or between letters of a
 * cursive script; U+200D between two pictures, of which it makes one (UTS 51); a carriage return before its newline.
 */
export interface BadCharacter {
  /** `U+202E`. */
  readonly codePoint: string;
  readonly kind: 'control' | 'bidirectional' | 'zero-width';
  /** Place in the text, in characters, from 1. */
  readonly position: number;
}

type Kind = BadCharacter['kind'];

/** First and last code point of each refused range of general category Cf; Cc is refused whole. */
const REFUSED_FORMAT_RANGES: readonly (readonly [number, number, Kind])[] = [
  [0x061c, 0x061c, 'bidirectional'],
  [0x180e, 0x180e, 'zero-width'],
  [0x200b, 0x200d, 'zero-width'],
  [0x200e, 0x200f, 'bidirectional'],
  [0x202a, 0x202e, 'bidirectional'],
  [0x2060, 0x2064, 'zero-width'],
  [0x2066, 0x2069, 'bidirectional'],
  [0x206a, 0x206f, 'bidirectional'],
  [0xfeff, 0xfeff, 'zero-width'],
  [0xfff9, 0xfffb, 'zero-width'],
  [0xe0000, 0xe007f, 'zero-width'],
];

const CONTROL_OR_FORMAT = /[\p{Cc}\p{Cf}]/gu;

/** The signs of Indic and kindred scripts that suppress a vowel (canonical combining class 9). */
const VIRAMA =
  /[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0F84\u1039\u103A\u1714\u17D2\u1A60\u1B44\u1BAA\uA806\uA8C4\uA953\uA9C0\uABED]/u;
const CURSIVE = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}]/u;

const ZERO_WIDTH_JOINER = '\u200d';
/** A picture, perhaps with a colour of skin or the sign that it is one: all that may stand before the joiner. */
const ENDS_IN_PICTURE = /\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?$/u;
const BEGINS_WITH_PICTURE = /^\p{Extended_Pictographic}/u;

/** The first character of `text` that is not allowed, or undefined. */
export function findBadCharacter(text: string): BadCharacter | undefined {
  for (const match of text.matchAll(CONTROL_OR_FORMAT)) {
    const code = match[0].codePointAt(0) ?? 0;
    const kind = refusedKind(code, text, match.index);
    if (kind === undefined) continue;
    const codePoint = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return { codePoint, kind, position: Array.from(text.slice(0, match.index)).length + 1 };
  }
  return undefined;
}

function refusedKind(code: number, text: string, index: number): Kind | undefined {
  if (code < 0xa0 && code !== 0xad) {
    const allowed = code === 0x09 || code === 0x0a || (code === 0x0d && text[index + 1] === '\n');
    return allowed ? undefined : 'control';
  }
  if ((code === 0x200c || code === 0x200d) && isJoinerInPlace(text, index)) return undefined;
  return REFUSED_FORMAT_RANGES.find(([first, last]) => code >= first && code <= last)?.[2];
}

/** Scripts of RFC 5892's cursive joining stand in the basic plane, so single code units tell. */
function isJoinerInPlace(text: string, index: number): boolean {
  const before = text[index - 1] ?? '';
  const after = text[index + 1] ?? '';
  if (VIRAMA.test(before) || VIRAMA.test(after) || (CURSIVE.test(before) && CURSIVE.test(after))) return true;
  return text[index] === ZERO_WIDTH_JOINER && joinsPictures(text, index);
}

function joinsPictures(text: string, index: number): boolean {
  return (
    ENDS_IN_PICTURE.test(text.slice(Math.max(0, index - 5), index)) &&
    BEGINS_WITH_PICTURE.test(text.slice(index + 1, index + 3))
  );
}
