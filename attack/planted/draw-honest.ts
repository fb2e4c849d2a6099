import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { LANGUAGES } from './word-lists.js';

const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const hexDigits = (length: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: 0, max: 2 ** 31 })
    .map((number) => createHash('sha512').update(String(number)).digest('hex').slice(0, length));
const from = (alphabet: string, length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...Array.from(alphabet)), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const pad = (number: number): string => String(number).padStart(2, '0');

/** A valid IBAN that nobody issued: a bank code of letters that no country uses. */
const iban = digits(10).map((account) => {
  const bban = `TEST${account}`;
  const number = Array.from(`${bban}NL00`, (character) => parseInt(character, 36)).join('');
  return `NL${pad(98 - Number(BigInt(number) % 97n))}${bban}`;
});
const day = fc
  .tuple(
    fc.integer({ min: 2015, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => ({ year, month: pad(month), date: pad(date) }));
const date = fc
  .tuple(day, fc.integer({ min: 0, max: 4 }))
  .map(
    ([{ year, month, date: of }, form]) =>
      [
        `${year}-${month}-${of}`,
        `${of}.${month}.${year}`,
        `${of}/${month}/${year}`,
        `${year}年${month}月${of}日`,
        `${year}${month}${of}`,
      ][form] ?? '',
  );
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(
    ([{ year, month, date: of }, hour, minute]) => `${year}-${month}-${of}T${pad(hour)}:${pad(minute)}:00Z`,
  );
const amount = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom('EUR', 'USD', '€', 'PLN', '¥', 'zł', 'kr'))
  .map(([cents, currency]) => `${(cents / 100).toLocaleString('en')} ${currency}`);
const host = fc
  .tuple(
    fc.constantFrom('nomu', 'velka', 'orrin', 'zelo', 'tarn', 'quill'),
    digits(3),
    fc.constantFrom('example', 'shop.example', 'example.com', 'test'),
  )
  .map(([name, number, top]) => `${name}${number}.${top}`);
const phone = fc
  .tuple(
    fc.constantFrom('+1 212 555 0', '+44 20 7946 0', '+44 1632 960', '0044 20 7946 0', '+49 30 23125 '),
    digits(3),
  )
  .map(([start, end]) => start + (start.startsWith('+1') ? `1${end.slice(1)}` : end));

const single: fc.Arbitrary<string> = fc.oneof(
  date,
  moment,
  amount,
  phone,
  iban,
  host,
  host.map((name) => `https://${name}/pay/checkout?session=${name.length}&lang=de#top`),
  host.map((name) => `hxxps://${name.replaceAll('.', '[.]')}/a/b.html`),
  host.map((name) => `billing+refund@${name}`),
  fc.uuid(),
  digits(6).map((number) => `CT-${number}`),
  digits(10).map((number) => `INV/${number.slice(0, 4)}/${number.slice(4)}`),
  digits(12).map((number) => `ARN 7${number}3456789012`.slice(0, 27)),
  digits(9).map((number) => `case no. ${number.slice(0, 4)}/${number.slice(4)}-B`),
  hexDigits(32).map((hash) => `MD5 ${hash}`),
  hexDigits(40).map((hash) => `SHA-1 ${hash}`),
  hexDigits(64).map((hash) => `SHA-256: ${hash}`),
  hexDigits(64).map((hash) => `0x${hash}`),
  hexDigits(40).map((account) => `0x${account}`),
  hexDigits(16).map((key) => `key ${key.toUpperCase().match(/.{4}/g)?.join(' ') ?? ''}`),
  hexDigits(40).map((print) => print.toUpperCase().match(/.{4}/g)?.join(' ') ?? ''),
  hexDigits(24).map((print) => print.match(/../g)?.join(':') ?? ''),
  from('abcdefghijklmnopqrstuvwxyz234567', 56).map((onion) => `${onion}.onion`),
  from('023456789acdefghjklmnpqrstuvwxyz', 39).map((rest) => `bc1q${rest}`),
  from('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', 33).map((rest) => `1${rest}`),
  from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 24).map((token) => `pi_${token}`),
  fc.ipV4(),
  fc.ipV6(),
  fc
    .tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
    .map(([a, b]) => `${a.toFixed(5)}, ${b.toFixed(5)}`),
  fc.constantFrom(
    '(see p. 12-14)',
    'MCC 5967',
    'approx. 100 % of 25 % APR',
    '-----',
    '==========',
    '* * *',
    '„Nomu & Söhne GmbH“',
    'Smith &amp; Sons &#8211; caf&eacute; M&#252;ller',
    'D:\\exports\\notes.txt',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36',
    '{"status":"declined","reason":"05","amount":4999}',
    'ref=ABC-123; amount=49.99; currency=EUR',
    'SELECT * FROM payments WHERE id = 7;',
    'q=caf%C3%A9%20m%C3%BCnchen',
    'd\u00e9j\\u00e0 vu',
    '🙂👍🏽 👨‍👩‍👧',
    '№ 12 § 5 ¶ 3 † 4 ‰ ½',
    'IMG_20260304_101112.jpg and scan0001.pdf were seen by the hotline',
    'the descriptor reads NOMU*SHOP 8005550100 NY',
  ),
);

/** A list of one kind, as narratives hold them. */
const list: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      fc.array(iban, { minLength: 3, maxLength: 40 }),
      fc.array(digits(10), { minLength: 3, maxLength: 60 }),
      fc.array(
        digits(15).map((number) => `9${number}`.slice(0, 12)),
        { minLength: 3, maxLength: 50 },
      ),
      fc.array(amount, { minLength: 3, maxLength: 40 }),
      fc.array(host, { minLength: 3, maxLength: 60 }),
      fc.array(fc.uuid(), { minLength: 3, maxLength: 30 }),
      fc.array(date, { minLength: 3, maxLength: 30 }),
      fc.array(phone, { minLength: 2, maxLength: 20 }),
      fc.array(hexDigits(64), { minLength: 2, maxLength: 2 }),
      fc.array(fc.ipV4(), { minLength: 3, maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 99 }).map(String), { minLength: 3, maxLength: 30 }),
    ),
    fc.constantFrom(', ', '\n', '; ', '\n- ', ' / '),
  )
  .map(([items, separator]) => items.join(separator));

/** Words of one language: a narrative, or a name of a few words. */
const sentence: fc.Arbitrary<string> = fc
  .constantFrom(...Object.values(LANGUAGES))
  .chain(({ words, space, stop }) =>
    fc
      .tuple(fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 25 }), fc.boolean())
      .map(([chosen, loud]) => `${loud ? chosen.join(space).toUpperCase() : chosen.join(space)}${stop}`),
  );

/** What the narrative of a report takes. */
const NARRATIVE_LENGTH_MAX = 2_000;

const narrative: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: sentence },
      { weight: 3, arbitrary: single },
      { weight: 1, arbitrary: list },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => Array.from(parts.join(' ')).slice(0, NARRATIVE_LENGTH_MAX).join('').trim());

/** A few words, as a merchant or a street is called. */
const name: fc.Arbitrary<string> = fc
  .constantFrom(...Object.values(LANGUAGES))
  .chain(({ words, space }) =>
    fc
      .array(fc.constantFrom(...words.filter((word) => /\p{L}/u.test(word))), { minLength: 1, maxLength: 4 })
      .map((chosen) => chosen.join(space)),
  );

const reference: fc.Arbitrary<string> = fc.oneof(
  fc.uuid(),
  digits(9).map((number) => `CT-${number}`),
  digits(10).map((number) => `INV/${number.slice(0, 4)}/${number.slice(4)}`),
  digits(9).map((number) => `no. ${number.slice(0, 4)}/${number.slice(4)}-B`),
  hexDigits(32),
  hexDigits(40),
  hexDigits(64),
  moment,
);

/** A text with the field of a report that it stands in. */
export interface HonestText {
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export const honestText: fc.Arbitrary<HonestText> = fc.oneof(
  {
    weight: 6,
    arbitrary: narrative.map((text) => ({ text, values: { narrative: text } })),
  },
  { weight: 2, arbitrary: name.map((text) => ({ text, values: { legalName: text } })) },
  {
    weight: 1,
    arbitrary: fc.tuple(name, fc.integer({ min: 1, max: 300 })).map(([street, number]) => ({
      text: `${street} ${number}`,
      values: { addresses: [{ line: `${street} ${number}`, city: street, country: 'NL' }] },
    })),
  },
  {
    weight: 1,
    arbitrary: reference.map((text) => ({ text, values: { externalReference: text } })),
  },
);
