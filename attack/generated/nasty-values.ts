import fc from 'fast-check';

/** Texts that readers, databases, logs and patterns choke on. None of them is refused before the operation runs. */
const NASTY_TEXTS: readonly string[] = [
  '',
  ' ',
  '\t\n',
  '%',
  '_%_',
  '\\',
  "'",
  "'; drop table report; --",
  '"',
  '$1',
  '{}',
  '{a,b}',
  '[1,2]',
  'null',
  'NaN',
  '-Infinity',
  '__proto__',
  'constructor',
  'toString',
  '0000-00-00',
  '2026-02-30',
  'infinity',
  '1e400',
  '9'.repeat(40),
  '\u202eevil',
  'a\u200bb',
  '\u0007',
  '\u001b[2J',
  '\ufeff',
  '\uffff',
  '\u{10ffff}',
  'a\u0301'.repeat(50),
  '\ufdfa'.repeat(20),
  'ß'.repeat(100),
  'İstanbul ı',
  '﷽',
  '😀'.repeat(60),
  'x'.repeat(300),
  'x '.repeat(2_600),
  'a.'.repeat(130),
  'xn--',
  'xn--a.example',
  '.example',
  '@',
  'a@',
  '+',
  '+999999999999999',
  '4111111111111111',
  'data:image/png;base64,AAAA',
  'iVBORw0KGgoAAAANSUhEUg',
  '../../etc/passwd',
  '${7*7}{{7*7}}',
  '<script>alert(1)</script>',
  '=1+1',
];

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
  // A NUL is refused before anything runs, so that it is rarely worth a request.
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }).map(withoutNul) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

function withoutNul(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

export const nastyNumber: fc.Arbitrary<number> = fc.constantFrom(
  ...[0, -1, 1, 100, 101, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, 1.5, -0, 1e308, 1990, 9999, 32_768],
);

const UUID = '00000000-0000-4000-8000-000000000000';

/** Cursors with other keys than ours: of other kinds, of no kind, out of range. */
export const cursor: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom<unknown>(
        '2026-01-01T00:00:00.000Z',
        UUID,
        'Nomu',
        0,
        -1,
        1.5,
        1e300,
        null,
        true,
        [],
        {},
        '',
      ),
      fc.constantFrom<unknown>('infinity', '99999-01-01', "'", '9223372036854775808', '-5', '0', '12'),
    ),
    { maxLength: 4 },
  )
  .map((keys) => Buffer.from(JSON.stringify(keys)).toString('base64url'));

/** A value of any kind, for the place of one that has a kind. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  nastyNumber,
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { toString: 1 }, { length: 1e9 }),
);
