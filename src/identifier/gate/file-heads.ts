/**
 * The first bytes of files that must not be here, in hex: images, video and sound, documents, archives, programs.
 * Source: the formats' own specifications. Three bytes and more, so that a chance meeting in honest text is rarer than
 * one in a million.
 */
const HEADS: readonly string[] = [
  '89504e47', // PNG
  'ffd8ff', // JPEG
  '47494638', // GIF
  '52494646', // RIFF: WebP, AVI, WAV
  '49492a00', // TIFF, little-endian
  '4d4d002a', // TIFF, big-endian
  '38425053', // Photoshop
  '0000000c6a502020', // JPEG 2000
  '0000000c4a584c20', // JPEG XL
  '3c737667', // SVG
  '3c3f786d6c', // XML
  '3c68746d6c', // HTML
  '25504446', // PDF
  '25215053', // PostScript
  '7b5c727466', // RTF
  'd0cf11e0', // Office before 2007
  '504b0304', // ZIP, Office since 2007
  '504b0506', // ZIP, empty
  '504b0708', // ZIP, spanned
  '52617221', // RAR
  '377abcaf', // 7z
  '1f8b08', // GZIP
  '425a68', // BZIP2
  'fd377a58', // XZ
  '28b52ffd', // Zstandard
  '04224d18', // LZ4
  '4d534346', // CAB
  '1a45dfa3', // Matroska, WebM
  '464c5601', // Flash video
  '3026b275', // ASF, WMV
  '000001ba', // MPEG program stream
  '000001b3', // MPEG video
  '4f676753', // Ogg
  '494433', // MP3
  '664c6143', // FLAC
  '7f454c46', // ELF
  '4d5a9000', // Windows program
  '53514c69', // SQLite
  '4740001000', // MPEG transport stream, its table of programs
  '4740111000', // MPEG transport stream, its description
];

/** Base64 of ISO media (MP4, MOV, HEIC, AVIF): four bytes of size, then `ftyp`. */
const BASE64_ISO_MEDIA = 'AAAA[A-Za-z0-9+/][GWm2]Z0eX[A-D]';
/** Base64 of a BMP under 16 MB: `BM`, four bytes of size, four zero bytes, an offset. */
const BASE64_BMP = 'Qk[0-3][A-Za-z0-9+/]{4}AAAAAA[A-P]';
/** Base64 of an icon: `00 00 01 00`, at most 15 images, a zero byte. */
const BASE64_ICON = 'AAABAA[AEIMQUYcgkosw048]A';
/** The three above, encoded once more. */
const TWICE_ENCODED = ['QUFBQ[A-Za-z0-9+/]{3}WjBlW', 'UWs[w-z][A-Za-z0-9+/]{6}FBQUFB', 'QUFBQkFB'] as const;
const HEX_ISO_MEDIA = '000000[0-9a-f]{2}66747970';
const HEX_BMP = '424d[0-9a-f]{6}0000000000[0-9a-f]{2}0000';
const HEX_ICON = '000001000[1-9a-f]00';

/**
 * A file's first bytes in standard base64, wherever an encoding begins in a text freed of everything else; and the same
 * encoded once more.
 */
export const BASE64_HEAD = new RegExp(
  [
    BASE64_ISO_MEDIA,
    BASE64_BMP,
    BASE64_ICON,
    ...HEADS.map(base64Prefix).map(escaped),
    ...TWICE_ENCODED,
    ...HEADS.map((hex) => Buffer.from(base64Prefix(hex)).toString('hex')).map(base64Prefix),
  ].join('|'),
);

const HEX_HEADS = [HEX_ISO_MEDIA, HEX_BMP, HEX_ICON, ...HEADS].join('|');

/** A file's first bytes in lower-case hex. */
export const HEX_HEAD = new RegExp(HEX_HEADS);

const HEX_START = new RegExp(`^(?:${HEX_HEADS})`);

/** A file's first bytes as they are, in a text of which each character is a byte. */
export const RAW_HEAD = new RegExp(
  ['\\0{3}[^]ftyp', ...HEADS.map((hex) => hex.replace(/../g, String.raw`\x$&`))].join('|'),
);

/** Whether bytes begin as a file does. */
export function beginsLikeFile(bytes: Uint8Array): boolean {
  return HEX_START.test(Buffer.from(bytes.subarray(0, 16)).toString('hex'));
}

/** The base64 characters that are settled by these bytes, whatever bytes follow. */
function base64Prefix(hex: string): string {
  const settled = Math.floor((hex.length / 2) * (8 / 6));
  return Buffer.from(hex, 'hex').toString('base64').slice(0, settled);
}

function escaped(text: string): string {
  return text.replaceAll('+', '\\+');
}
