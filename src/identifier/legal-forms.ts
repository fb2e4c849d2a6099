import { FORM_BY_SPELLING, SPELLING_LENGTH_MAX } from './legal-form-spellings.js';
import { isAscii } from './text.js';

/** Spellings that as one word are something else, as in "City Zoo": they are the form where they are written apart. */
const WRITTEN_APART: ReadonlySet<string> = new Set(['ZOO', 'EV']);

/** Spellings that at the end of a name, as one word, are ordinary words: "Nomu Too". */
const NOT_ENDING: ReadonlySet<string> = new Set(['TOO']);

/** Forms that languages put in front of the name; anywhere else in front they are part of it. */
const LEADING: ReadonlySet<string> = new Set(
  (
    'OOO AO ZAO OAO PAO NAO TOO TOV ODO FOP PRAT UAB SIA OU AS AB OY PT SARL SAS EURL SCI GIE TNHH MB KK OJSC CJSC PJSC JSC ' +
    'LLC SRL GMBH LTD SPZOO SPZOOSPK'
  ).split(' '),
);

/** Spellings of those that begin names of another meaning, as in "Limited Edition". */
const NOT_LEADING: ReadonlySet<string> = new Set(['LIMITED', 'LIMITEDCOMPANY']);

/** Forms written without spaces around them, in their own script. */
const UNSPACED: readonly (readonly [string, string])[] = [
  ['株式会社', 'KK'],
  ['(株)', 'KK'],
  ['合同会社', 'GK'],
  ['有限会社', 'YK'],
  ['股份有限公司', 'COLTD'],
  ['有限责任公司', 'COLTD'],
  ['有限責任公司', 'COLTD'],
  ['有限公司', 'COLTD'],
  ['주식회사', 'CORP'],
  ['(주)', 'CORP'],
  ['유한회사', 'COLTD'],
  ['בע"מ', 'LTD'],
  ['בע״מ', 'LTD'],
  ['ش.م.م', 'LLC'],
  ['ذ.م.م', 'LLC'],
];

/** Most words of which one form consists, single letters counted as words. */
const FORM_WORDS_MAX = 7;

/** A legal form among the words of a name: those from `start` up to `end` are left when it is taken off. */
export interface FoundForm {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the form among the words (ASCII capitals) of a name: at its end, else one of those that stand in front. The
 * longest counts, and at least one word of the name is always left.
 */
export function findLegalForm(words: readonly string[]): FoundForm | undefined {
  const most = Math.min(FORM_WORDS_MAX, words.length - 1);
  let found: FoundForm | undefined;
  let spelling = '';
  for (let count = 1; count <= most; count += 1) {
    const end = words.length - count;
    spelling = `${words[end] ?? ''}${spelling}`;
    if (spelling.length > SPELLING_LENGTH_MAX) break;
    const form = count === 1 && NOT_ENDING.has(spelling) ? undefined : formSpelt(spelling, count);
    if (form !== undefined) found = { form, start: 0, end };
  }
  if (found !== undefined) return found;
  spelling = '';
  for (let start = 1; start <= most; start += 1) {
    spelling += words[start - 1] ?? '';
    if (spelling.length > SPELLING_LENGTH_MAX) break;
    const form = formSpelt(spelling, start);
    if (form !== undefined && LEADING.has(form) && !NOT_LEADING.has(spelling))
      found = { form, start, end: words.length };
  }
  return found;
}

/** The form that so many words spell when they are joined. */
function formSpelt(spelling: string, count: number): string | undefined {
  return count === 1 && WRITTEN_APART.has(spelling) ? undefined : FORM_BY_SPELLING.get(spelling);
}

/** The rest of a name and its form, where it has one. */
export interface SplitName {
  readonly rest: readonly string[];
  readonly form?: string;
}

/** Splits the form off the words (ASCII capitals) of a name. */
export function splitLegalForm(words: readonly string[]): SplitName {
  const found = findLegalForm(words);
  return found === undefined
    ? { rest: words }
    : { rest: words.slice(found.start, found.end), form: found.form };
}

/** A name in its own script with an unspaced form at either end replaced by the form as compared, at the end. */
export function spaceLegalForm(name: string): string {
  if (isAscii(name)) return name;
  for (const [written, form] of UNSPACED) {
    const rest = name.startsWith(written)
      ? name.slice(written.length)
      : name.endsWith(written)
        ? name.slice(0, -written.length)
        : '';
    if (rest.trim() !== '') return `${rest} ${form}`;
  }
  return name;
}
