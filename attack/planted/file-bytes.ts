import fc from 'fast-check';

/** First bytes of files in hex, each as far as writers of the format always write it. */
const HEADS: Readonly<Record<string, string>> = {
  png: '89504e470d0a1a0a0000000d49484452',
  jpegJfif: 'ffd8ffe000104a46494600010100000100010000',
  jpegExif: 'ffd8ffe11c4545786966000049492a0008000000',
  jpegRaw: 'ffd8ffdb004300',
  gif89a: '474946383961',
  gif87a: '474946383761',
  webp: '524946462a00000057454250565038',
  bmp: '424d3a0400000000000036000000280000',
  tiffLittle: '49492a0008000000',
  tiffBig: '4d4d002a00000008',
  heic: '0000001c667479706865696300000000',
  avif: '00000020667479706176696600000000',
  jpegXl: '0000000c4a584c200d0a870a',
  jpeg2000: '0000000c6a5020200d0a870a',
  icon: '00000100010010100000010020006804',
  psd: '384250530001',
  pdf14: '255044462d312e340a25e2e3cfd30a',
  pdf17: '255044462d312e370d0a25b5b5b5b5',
  postscript: '252150532d41646f62652d332e30',
  rtf: '7b5c727466315c616e7369',
  office: 'd0cf11e0a1b11ae1000000000000',
  zip: '504b030414000600080000002100',
  zipStored: '504b03040a0000000000',
  rar4: '526172211a0700cf907300000d00',
  rar5: '526172211a07010033922b',
  sevenZip: '377abcaf271c0004',
  gzip: '1f8b0800000000000003',
  bzip2: '425a683931415926535985',
  xz: 'fd377a585a000004e6d6b446',
  zstd: '28b52ffd0458',
  lz4: '04224d186440',
  cab: '4d53434600000000',
  mp4: '0000001866747970697361f6d0000020069736f6d'.slice(0, 38),
  mp4v2: '0000001c6674797069736f6d00000200',
  mov: '0000001466747970717420202005030000',
  matroska: '1a45dfa3a34286810142f7810142',
  avi: '5249464624ffff00415649204c495354',
  wmv: '3026b2758e66cf11a6d900aa0062ce6c',
  flv: '464c5601050000000900000000',
  mpegProgram: '000001ba440004000401',
  mpegVideo: '000001b3140010181',
  mpegTransport: '474011100042f0250001c10000ff01ff00',
  ogg: '4f676753000200000000000000',
  mp3: '49443303000000000f76',
  wav: '52494646246000005741564566d74',
  flac: '664c614300000022',
  elf: '7f454c4602010100',
  exe: '4d5a90000300000004000000ffff',
  sqlite: '53514c69746520666f726d61742033',
};

/** A file's first bytes, its kind, and random bytes in the place of the rest. */
export interface PlantedFile {
  readonly kind: string;
  readonly bytes: Buffer;
}

/** Bytes behind the head: fewer are no file that says anything. */
const REST_MIN = 32;
const REST_MAX = 400;

export const plantedFile: fc.Arbitrary<PlantedFile> = fc
  .tuple(
    fc.constantFrom(...Object.entries(HEADS)),
    fc.uint8Array({ minLength: REST_MIN, maxLength: REST_MAX }),
  )
  .map(([[kind, head], rest]) => ({
    kind,
    bytes: Buffer.concat([Buffer.from(head.slice(0, head.length - (head.length % 2)), 'hex'), rest]),
  }));
