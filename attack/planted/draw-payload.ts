import fc from 'fast-check';
import { ENCODINGS } from './encodings.js';
import { type PlantedFile, plantedFile } from './file-bytes.js';

/** A file written as text, in the surroundings of a sentence. */
export interface Payload {
  readonly file: PlantedFile;
  readonly encoding: string;
  readonly text: string;
  /** The encoded file alone, as it would be found again. */
  readonly encoded: string;
}

const BEFORE = [
  'https://nomu.example/a?b=',
  'nomu.example/',
  '',
  '',
  '',
  'see ',
  'photo: ',
  'x=',
  '"',
  'Der Händler zeigt: ',
  'Фото: ',
  '写真：',
  'صورة: ',
  '(',
  '<img src="',
];
const AFTER = ['', '', '', ' end', '"', '.', '">', ' — seen on 4 March', ' 以上', ')'];

/** Characters that a text of any field may have: the payload is cut there, as an attacker would. */
export const TEXT_LENGTH_MAX = 4_900;

export const payload: fc.Arbitrary<Payload> = fc
  .tuple(
    plantedFile,
    fc.constantFrom(...Object.entries(ENCODINGS)),
    fc.constantFrom(...BEFORE),
    fc.constantFrom(...AFTER),
  )
  .map(([file, [encoding, encode], before, after]) => {
    const encoded = encode(file.bytes).slice(0, TEXT_LENGTH_MAX - 100);
    return { file, encoding, encoded, text: before + encoded + after };
  });
