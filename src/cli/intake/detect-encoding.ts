import { analyse } from 'chardet';

/** An encoding by the name that iconv-lite takes. `certain`: the bytes prove it; otherwise it is the likeliest. */
export interface DetectedEncoding {
  readonly encoding: string;
  readonly certain: boolean;
}

/**
 * The encoding that the first bytes prove: a byte order mark, or the zero bytes that UTF-16 leaves in Latin text.
 * Undefined when they prove nothing.
 */
export function encodingOfStart(start: Buffer): string | undefined {
  if (start.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'utf-8';
  if (start.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return 'utf-16le';
  if (start.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return 'utf-16be';
  const head = start.subarray(0, 64);
  const zeros = (parity: number): number =>
    head.filter((byte, index) => index % 2 === parity && byte === 0).length;
  const half = Math.floor(head.length / 2);
  if (half > 1 && zeros(1) > half * 0.7 && zeros(0) === 0) return 'utf-16le';
  if (half > 1 && zeros(0) > half * 0.7 && zeros(1) === 0) return 'utf-16be';
  return undefined;
}

/** Statistics tell these from Western text: their scripts fill the upper half with letters. */
const NON_LATIN = /^(windows-125[13568]|KOI8-R|ISO-8859-[5678]|Shift_JIS|Big5|EUC-(JP|KR)|GB18030)$/;
/** Below this, chardet's verdict on a multi-byte encoding is a coincidence of a few accented letters. */
const MULTI_BYTE_CONFIDENCE_MIN = 60;
const MULTI_BYTE = /^(Shift_JIS|Big5|EUC-|GB)/;

/**
 * The likeliest encoding of bytes that are not UTF-8. Only the lines that hold other than ASCII are weighed. Between the
 * encodings of Latin scripts a few accented letters decide nothing, so they are all taken for windows-1252, which holds
 * ISO 8859-1; the caller shows a sample and `--encoding` overrules.
 */
export function guessEncoding(sample: Buffer): DetectedEncoding {
  const telling = sample
    .toString('latin1')
    .split('\n')
    .filter((line) => /[\x80-\xff]/.test(line))
    .join('\n');
  const best = analyse(Buffer.from(telling, 'latin1'))[0];
  const takesBest =
    best !== undefined &&
    NON_LATIN.test(best.name) &&
    (!MULTI_BYTE.test(best.name) || best.confidence >= MULTI_BYTE_CONFIDENCE_MIN);
  return { encoding: takesBest ? best.name : 'windows-1252', certain: false };
}

/** What the first bytes say a file is, when it is none with rows in it. */
export function foreignFormat(start: Buffer): string | undefined {
  const magic = start.toString('latin1', 0, 8);
  if (magic.startsWith('PK\x03\x04')) return 'a spreadsheet or archive (zip): save the sheet as CSV';
  if (magic.startsWith('\xd0\xcf\x11\xe0')) return 'an old Excel workbook: save the sheet as CSV';
  if (magic.startsWith('%PDF')) return 'a PDF: export the table as CSV';
  if (magic.startsWith('\x1f\x8b')) return 'compressed (gzip): unpack it first';
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF)/.test(magic))
    return 'an image or a recording, which has no place here';
  return undefined;
}
