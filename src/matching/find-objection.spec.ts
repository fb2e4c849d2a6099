import { decideLink } from './decide-link.js';
import { OBJECTIONS, type Objection } from './find-objection.js';
import { sideOf } from './side.js';
import { identifiersOf, type ReportWords } from './spec-support/builders.js';

const email = 'sales@quorvex.example';
const host = 'quorvex.example';
const quorvex = { email, name: 'QUORVEX IMPORTS' };

interface Row {
  readonly objection: Objection | undefined;
  readonly a: ReportWords & { readonly line?: string };
  readonly b: ReportWords & { readonly line?: string };
}

const ROWS: readonly Row[] = [
  { objection: undefined, a: { email }, b: { email } },
  { objection: undefined, a: quorvex, b: { email, name: 'QUORVX IMPORTS' } },
  { objection: undefined, a: quorvex, b: { email, name: 'QUORVEX IMPORTS GARDEN STORE' } },
  { objection: undefined, a: { ...quorvex, line: '12 MILL LANE' }, b: { ...quorvex, line: '12 MILL LANE' } },
  {
    objection: 'NAMES_DIFFER',
    a: { email, name: 'QUORVEX 7 IMPORTS' },
    b: { email, name: 'QUORVEX 9 IMPORTS' },
  },
  {
    objection: 'PLACES_DIFFER',
    a: { ...quorvex, line: '12 MILL LANE' },
    b: { ...quorvex, line: '15 MILL LANE' },
  },
  { objection: undefined, a: { host, name: 'QUORVEX ARCHIVE' }, b: { host, name: 'PERIMUND GALLERY' } },
  {
    objection: 'NAMES_DIFFER',
    a: { host, name: 'QUORVEX ARCHIVE', line: '12 MILL LANE' },
    b: { host, name: 'QUORVEX MEDIA', line: '12 MILL LANE' },
  },
  {
    objection: 'NAMES_DIFFER',
    a: { host, name: 'QUORVEX', line: '12 MILL LANE' },
    b: { host, name: 'QUORVEX HARBOUR CLINIC', line: '12 MILL LANE' },
  },
  {
    objection: 'PLACES_DIFFER',
    a: { host, name: 'QUORVEX', line: '12 MILL LANE' },
    b: { host, name: 'QUORVEX', line: '3 HARBOUR STREET' },
  },
  {
    objection: 'SCORE_TOO_LOW',
    a: { email, name: 'QUORVEX IMPORTS' },
    b: { email, name: 'PERIMUND GALLERY' },
  },
];

function sideWith({ line, ...words }: Row['a']): ReturnType<typeof sideOf> {
  const [houseNumber = '', ...street] = (line ?? '').split(' ');
  const address = {
    type: 'ADDRESS' as const,
    value: line ?? '',
    keys: [],
    exclusiveWithin: null,
    parts: { houseNumber, street: street.join(' '), postcode: '9911XK', country: 'NL' },
  };
  return sideOf([...identifiersOf(words), ...(line === undefined ? [] : [address])]);
}

describe('what speaks against linking two that hold one strong value', () => {
  it.each(ROWS)('$objection: $a against $b', ({ objection, a, b }) => {
    const [one, other] = [sideWith(a), sideWith(b)];
    const expected =
      objection === undefined
        ? { links: true, tier: 'STRONG' }
        : { links: false, tier: 'PROBABLE', rule: objection };
    expect(decideLink(one, other, () => false)).toMatchObject(expected);
    expect(decideLink(other, one, () => false)).toMatchObject(expected);
  });

  it('is nothing against a value of one merchant by its nature: sellers change their names', () => {
    const [one, other] = ['QUORVEX IMPORTS', 'PERIMUND GALLERY'].map((name) => sideWith({ iban: '1', name }));
    expect(decideLink(one as never, other as never, () => false)).toMatchObject({
      links: true,
      rule: 'UNIQUE_VALUE',
    });
  });

  it('has an example above for every objection', () => {
    expect(new Set(ROWS.flatMap(({ objection }) => objection ?? []))).toEqual(new Set(OBJECTIONS));
  });
});
