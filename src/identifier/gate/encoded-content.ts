import { chainsAccepting } from '../crypto/chains.js';
import { isIban } from '../iban-structure.js';

import { undoEscapes } from './escapes.js';
import { BASE64_HEAD, HEX_HEAD, RAW_HEAD } from './file-heads.js';
import { holdsNumberedBytes } from './number-lists.js';
import { holdsOtherBase } from './other-bases.js';

/** Base64 or hex characters in a row that no honest text has (identifiers.md, "Refused everywhere"). */
const ENCODED_RUN_MAX = 200;

/**
 * Why a text was taken for encoded content. DATA_URI: a `data:` or `blob:` address. FILE: base64 or hex that decodes to
 * a known file's first bytes. LONG_RUN: 200 or more base64 or hex characters, also in several pieces.
 */
export type EncodedContent = 'DATA_URI' | 'FILE' | 'LONG_RUN';

const MEDIA = 'image|video|audio|text|application|font|model|multipart|message';
const DATA_URI = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:data:(?:(?:${MEDIA})/[\w.+-]+|[^\s,]{0,100};\s*base64|,\S)|data:\s*(?:${MEDIA})/[\w.+-]+\s*;|blob:\S)`,
  'iu',
);

/** Escapes of what is no text: so many are a file, fewer where they stand about a file's first bytes. */
const RAW_BYTES_MAX = 8;
const RAW_BYTES_AT_HEAD = 3;

/**
 * Finds files and other encoded content in a free text: in base 64, 32, 85 and 16, as numbers and in escapes, also where
 * it is cut into lines or pieces, quoted, or escaped. A run that is itself an identifier (an address of a crypto currency,
 * an IBAN, a UUID, a number) is not a piece of anything, so that a list of such values may stand in a narrative.
 */
export function findEncodedContent(text: string): EncodedContent | undefined {
  const { readings, rawBytes } = undoEscapes(text.normalize('NFKC'));
  const plain = readings.at(-1) ?? readings[0];
  if (plain.includes(':') && DATA_URI.test(plain)) return 'DATA_URI';
  if (rawBytes >= RAW_BYTES_MAX || (rawBytes >= RAW_BYTES_AT_HEAD && RAW_HEAD.test(plain))) return 'FILE';
  if (readings.some(holdsFile)) return 'FILE';
  return readings.some((reading) => holdsLongRun(withoutJoints(reading))) ? 'LONG_RUN' : undefined;
}

function holdsFile(text: string): boolean {
  const joined = withoutJoints(text);
  return holdsBase64File(joined) || holdsHexFile(joined) || holdsNumberedBytes(text) || holdsOtherBase(text);
}

/** What stands between pieces in JSON and source code. Most texts have nothing of it. */
const JOINT = /[\\"'`\p{Default_Ignorable_Code_Point}]/u;

function withoutJoints(text: string): string {
  if (!JOINT.test(text)) return text;
  return text
    .replace(/\\[nrt]/gu, '\n')
    .replace(/\\(?=[/"'])/gu, '')
    .replace(/["'`]\s*[+.,&]\s*["'`]/gu, '\n')
    .replace(/[\p{Default_Ignorable_Code_Point}]/gu, '');
}

function holdsBase64File(text: string): boolean {
  const compact = text.replace(/[^A-Za-z0-9+/_-]/gu, '');
  const standard = compact.replaceAll('-', '+').replaceAll('_', '/');
  if (BASE64_HEAD.test(standard)) return true;
  const withoutDashes = compact.replace(/[_-]/gu, '');
  return withoutDashes !== compact && BASE64_HEAD.test(withoutDashes);
}

/** RFC 9562: the version and the variant must be right, or any bytes could be written as UUIDs. */
const UUID =
  /(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-z])/giu;

const HEX_ESCAPES = /\\+x|0x|\\+u00|\\/gu;
const HEX_RUN = /[0-9a-f]{16,}/gu;
/** A file's head and what follows it, in hex digits, at least: fewer are a colour, a date or a part of an id. */
const HEX_FILE_LENGTH_MIN = 16;

function holdsHexFile(text: string): boolean {
  // Every head has a digit.
  if (!/[0-9]/.test(text)) return false;
  const compact = text
    .toLowerCase()
    .replace(UUID, 'uuid')
    .replace(/[^\p{L}\p{N}\\]/gu, '')
    .replace(HEX_ESCAPES, '');
  for (const [run] of compact.matchAll(HEX_RUN)) {
    const start = run.search(HEX_HEAD);
    if (start < 0) continue;
    const file = run.slice(start);
    // Without a letter it is a decimal number, which some heads (GIF, PDF) could be taken for.
    if (file.length >= HEX_FILE_LENGTH_MIN && /[a-f]/.test(file)) return true;
  }
  return false;
}

const TOKEN = /[A-Za-z0-9+/=_-]+/gu;
const PIECE_GAP = /^[\s"'`,>|\\]{1,6}$/u;
/** A piece this long counts whatever it looks like, a shorter one when letters, cases and digits alternate in it. */
const PIECE_LENGTH_ANY = 16;
const PIECE_LENGTH_ODD = 8;
/** Share of neighbours of unlike kind: about 0.4 in base64 and hex, under 0.1 in words, 0 in numbers. */
const ODD_RATIO_MIN = 0.2;

/** Pieces with only white space, quotes or commas between them count together; one that is no piece may stand between. */
function holdsLongRun(text: string): boolean {
  if (text.length < ENCODED_RUN_MAX) return false;
  const withoutUuids = text.replace(UUID, ' ');
  let length = 0;
  let gaps = 0;
  let end = 0;
  for (const match of withoutUuids.matchAll(TOKEN)) {
    const [token] = match;
    if (!PIECE_GAP.test(withoutUuids.slice(end, match.index))) length = 0;
    end = match.index + token.length;
    gaps = isPiece(token) ? 0 : gaps + 1;
    // The last piece is short; a short one that is followed by no other is at most one word of honest text.
    length = gaps > 1 || (gaps === 1 && length === 0) ? 0 : length + token.length;
    if (length >= ENCODED_RUN_MAX) return true;
  }
  return holdsEvenPieces(text);
}

function isPiece(token: string): boolean {
  const alphanumerics = token.replace(/[^A-Za-z0-9]/gu, '').length;
  // A line of dashes or underscores is an ornament.
  if (alphanumerics * 2 < token.length) return false;
  if (token.length >= ENCODED_RUN_MAX) return true;
  const long = token.length >= PIECE_LENGTH_ANY;
  if (!long && !(token.length >= PIECE_LENGTH_ODD && oddRatio(token) >= ODD_RATIO_MIN)) return false;
  return !/^\d+$/u.test(token) && !isIban(token.toUpperCase()) && chainsAccepting(token).length === 0;
}

/** Content cut into many small pieces of one length: hex in pairs, base64 in fours. */
function holdsEvenPieces(text: string): boolean {
  const even = /(?<![A-Za-z0-9+/_-])([A-Za-z0-9+/]{2,7})(?:[\s:,-]{1,3}[A-Za-z0-9+/]{2,7}){28,}/gu;
  for (const [run, first = ''] of text.matchAll(even)) {
    const pieces = run.split(/[\s:,-]+/u);
    const equal = pieces.filter((piece) => piece.length === first.length);
    const joined = equal.join('');
    const mostly = equal.length >= pieces.length * 0.9;
    if (mostly && joined.length >= ENCODED_RUN_MAX && oddRatio(joined) >= ODD_RATIO_MIN) return true;
  }
  return false;
}

function oddRatio(token: string): number {
  let odd = 0;
  for (let index = 1; index < token.length; index += 1) {
    const before = kindOf(token.charCodeAt(index - 1));
    const after = kindOf(token.charCodeAt(index));
    // A capital before a small letter is how words begin.
    if (before !== after && !(before === 'upper' && after === 'lower')) odd += 1;
  }
  return odd / token.length;
}

function kindOf(code: number): 'digit' | 'upper' | 'lower' | 'other' {
  if (code >= 48 && code <= 57) return 'digit';
  if (code >= 65 && code <= 90) return 'upper';
  return code >= 97 && code <= 122 ? 'lower' : 'other';
}
