import fc from 'fast-check';

/** First bytes of files, in hex, with what must follow them where a reader looks further. */
const HEADS = [
  '89504e470d0a1a0a0000000d49484452', // PNG
  'ffd8ffe000104a464946000101', // JPEG, JFIF
  'ffd8ffe1', // JPEG, Exif
  'ffd8ffdb', // JPEG, raw
  '474946383961', // GIF 89a
  '474946383761', // GIF 87a
  '524946462a000000574542505650', // WebP
  '52494646ffff0000415649204c495354', // AVI
  '424d3a0000000000000036000000', // BMP
  '49492a0008000000', // TIFF
  '4d4d002a00000008',
  '000000186674797069736f6d', // MP4
  '0000002066747970617669660000', // AVIF
  '0000001c6674797068656963', // HEIC
  '1a45dfa3a3428682', // Matroska
  '000001ba44', // MPEG
  '3026b2758e66cf11', // WMV
  '464c560105', // Flash video
  '255044462d312e37', // PDF
  'd0cf11e0a1b11ae1', // Office before 2007
  '504b030414000600', // ZIP
  '526172211a0700', // RAR 4
  '526172211a070100', // RAR 5
  '377abcaf271c0004', // 7z
  '1f8b0800', // GZIP
  '425a6839314159265359', // BZIP2
  'fd377a585a0000', // XZ
  '28b52ffd24', // Zstandard
  '4f67675300020000', // Ogg
  '4944330400000000', // MP3
];

const file = fc
  .tuple(fc.constantFrom(...HEADS), fc.uint8Array({ minLength: 24, maxLength: 200 }))
  .map(([head, rest]) => Buffer.concat([Buffer.from(head, 'hex'), Buffer.from(rest)]));

const encoded = fc
  .tuple(file, fc.constantFrom('base64', 'base64url', 'hex', 'HEX', 'hex pairs', 'hex escapes', 'data URI'))
  .map(([bytes, encoding]) => {
    const hex = bytes.toString('hex');
    switch (encoding) {
      case 'HEX':
        return hex.toUpperCase();
      case 'hex pairs':
        return hex.replace(/..(?=.)/gu, '$& ');
      case 'hex escapes':
        return hex.replace(/../gu, '\\x$&');
      case 'data URI':
        return `data:image/png;base64,${bytes.toString('base64')}`;
      default:
        return bytes.toString(encoding);
    }
  });

/** How a payload may be cut: not at all, or into lines of some width with something between. */
const cut = fc.option(
  fc.tuple(
    fc.integer({ min: 4, max: 76 }).map((width) => width * 2),
    fc.constantFrom('\n', '\r\n', '\n  ', ' ', '\\n', '",\n"', '\n> '),
  ),
  { nil: undefined },
);

/** An encoded file, whole or in lines, with its surroundings. */
export const plantedPayload: fc.Arbitrary<string> = fc
  .tuple(
    encoded,
    cut,
    fc.constantFrom('', 'see ', 'photo: ', 'x=', '"'),
    fc.constantFrom('', ' end', '"', '.'),
  )
  .map(([payload, lines, before, after]) => {
    const body = lines === undefined ? payload : inLines(payload, ...lines);
    return before + body + after;
  });

/** 200 to 600 characters of random bytes, whose first ones are no file's. */
export const longRun: fc.Arbitrary<string> = fc
  .tuple(
    fc.uint8Array({ minLength: 150, maxLength: 300 }),
    fc.constantFrom('base64', 'base64url', 'hex'),
    cut,
  )
  .map(([bytes, encoding, lines]) => {
    const payload = Buffer.from(bytes).toString(encoding);
    return lines === undefined ? payload : inLines(payload, Math.max(lines[0], 32), lines[1]);
  });

function inLines(text: string, width: number, separator: string): string {
  return (text.match(new RegExp(`[^]{1,${width}}`, 'gu')) ?? []).join(separator);
}
