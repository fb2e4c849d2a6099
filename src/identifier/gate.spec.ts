import { checkText, checkTextWithUrls } from './gate.js';

const NARRATIVE = { lengthMax: 2000, multiline: true };
const FIELD = ['narrative'];
const codes = (text: string, rules = NARRATIVE): readonly string[] =>
  checkText(text, FIELD, rules).map(({ code }) => code);

describe('checkText, card numbers', () => {
  it.each([
    '4111 1111 1111 1111',
    'seen on a statement next to card 4111 1111 1111 1111',
    'next to card 5500-0000-0000-0004.',
    '4111.1111.1111.1111',
    '4111/1111/1111/1111',
    '4111_1111_1111_1111',
    '4111\u00a01111\u20091111\u30001111',
    '4111\u00ad1111\u00ad1111\u00ad1111',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
    '411111 1111111111',
    '3782 822463 10005',
    '378282246310005',
    '30569309025904',
    '3530111333300000',
    '6011111111111117',
    '6304000000000000',
    '2221000000000009',
    '4222222222222',
    '4000000000000000006',
    '٤١١١ ١١١١ ١١١١ ١١١١',
    '४१११ ११११ ११११ ११११',
    '４１１１１１１１１１１１１１１１',
    'no4111111111111111x',
    '12 4111 1111 1111 1111 03 29',
    '+4111111111111111',
  ])('refuses %s', (text) => {
    expect(codes(text)).toEqual(['CARD_NUMBER']);
  });

  it('refuses an unbroken number of 13 to 19 digits that passes Luhn, whoever would issue it', () => {
    expect(codes('1000000000000008')).toEqual(['CARD_NUMBER']);
    expect(codes('1000-0000-0000-0008')).toEqual(['CARD_NUMBER']);
    expect(codes('1000000000000007')).toEqual([]);
  });

  it.each([
    '4111 1111 1111 1112',
    'call +44 118 496 0777, +1 214 555 0151 or 0044118496048',
    'call +4915112345678',
    'from 2026-06-25 to 2026-07-01, 25.06.2026 and 04/05/2026 06/07/2026',
    'IBAN DE41 5471 9914 2069 2643 98 and CY35 6590 3570 2697 6150 9314 0720',
    'reference 41111111111111111111',
    'order 20260001234, invoice 2026/000123-4',
    'amounts 4,500.00, 5,120.50 and 3,700.00',
    'coordinates 59.4370 24.7536',
    '40, 50, 60, 70, 80',
    'id 6f1c2a34-9b7e-4c11-8a55-446655440000',
    '192.0.2.41, 198.51.100.17, 203.0.113.4 and 203.0.113.99',
    '85 / 69 / 62 / 25 / 81 / 19 / 78 / 98 / 74',
    'call +49 30 23125 022 / +44 20 7946 0595 65:82:21',
    'call 0044 20 7946 0226, 0044 20 7946 0305',
    'tx 0x5d85a8fc134a132041137b96444038478488f409',
    'files 20260304_101112, 20260304101117',
  ])('takes %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('never repeats the number', () => {
    expect(JSON.stringify(checkText('card 4111 1111 1111 1111', FIELD, NARRATIVE))).not.toContain('1111');
  });
});

describe('checkText, characters', () => {
  it.each([
    ['NUL', 'a\u0000b', 'U+0000'],
    ['a bell', 'a\u0007b', 'U+0007'],
    ['a C1 control', 'a\u0085b', 'U+0085'],
    ['delete', 'a\u007fb', 'U+007F'],
    ['a lone carriage return', 'a\rb', 'U+000D'],
    ['an override of direction', 'a\u202eb', 'U+202E'],
    ['an isolate', 'a\u2066b', 'U+2066'],
    ['a direction mark', 'a\u200fb', 'U+200F'],
    ['a zero-width space', 'a\u200bb', 'U+200B'],
    ['a joiner between Latin letters', 'a\u200db', 'U+200D'],
    ['a byte order mark', '\ufeffa', 'U+FEFF'],
    ['a word joiner', 'a\u2060b', 'U+2060'],
    ['a tag character', 'a\u{e0041}b', 'U+E0041'],
  ])('refuses %s', (_, text, codePoint) => {
    const [refusal, ...others] = checkText(text, FIELD, NARRATIVE);
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ code: 'CONTROL_CHARACTER', field: FIELD });
    expect(refusal?.message).toContain(codePoint);
  });

  it('takes newlines and tabs, and joiners where a script needs them (RFC 5892)', () => {
    expect(codes('one\n\ttwo\r\nthree')).toEqual([]);
    expect(codes('می‌خواهم')).toEqual([]);
    expect(codes('ශ්‍රී')).toEqual([]);
    expect(codes('র‍্যাব')).toEqual([]);
    expect(codes('👨‍👩‍👧 🏳️‍🌈 👩🏽‍💻')).toEqual([]);
  });

  it('takes a line break only where lines may be', () => {
    expect(codes('one\ntwo', { lengthMax: 10, multiline: false })).toEqual(['CONTROL_CHARACTER']);
  });

  it('refuses half of a character, and what is too long in characters', () => {
    expect(codes('a\ud800b')).toEqual(['UNPAIRED_SURROGATE']);
    expect(codes('𝔞'.repeat(10), { lengthMax: 10, multiline: false })).toEqual([]);
    expect(checkText('abc', FIELD, { lengthMax: 2 })).toEqual([
      {
        code: 'TOO_LONG',
        field: FIELD,
        message: 'At most 2 characters are taken here, this has 3. Shorten it.',
      },
    ]);
  });
});

describe('checkText, encoded content', () => {
  it.each([
    'data:image/png;base64,iVBORw0KGgo=',
    'DATA:text/html,<b>',
    'see data:;base64,AAAA',
    'blob:https://nomu.example/6f1c',
    'iVBORw0KGgoAAAANSUhEUg',
    '/9j/4AAQSkZJRgABAQ',
    '_9j_4AAQSkZJRgABAQ',
    'R0lGODlhAQABAIAAAAUEBA',
    'JVBERi0xLjcKJcfsj6IKNSAw',
    'UEsDBBQABgAIAAAAIQ',
    'iVBO\nRw0K\nGgoA\nAAAN',
    '%2F9j%2F4AAQSkZJRgABAQ',
    '\\/9j\\/4AAQSkZJRgABAQ',
    '89504e470d0a1a0a0000000d',
    '89 50 4E 47 0D 0A 1A 0A 00 00 00 0D',
    '\\x89\\x50\\x4e\\x47\\x0d\\x0a\\x1a\\x0a\\x00',
    '%89PNG%0D%0A%1A%0A%00%00%00%0D',
    '%252F9j%252F4AAQSkZJRgABAQ',
    '&#137;&#80;&#78;&#71;&#13;&#10;&#26;&#10;&#0;&#0;&#0;&#13;',
    '&#x69;&#x56;&#x42;&#x4f;&#x52;&#x77;&#x30;&#x4b;',
    '\\u0069\\u0056\\u0042\\u004f\\u0052\\u0077\\u0030\\u004b',
    '=89PNG=0D=0A=1A=0A=00=00=00=0DIHDR',
    '\\211PNG\\015\\012\\032\\012\\000\\000\\000\\015',
    '[137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]',
    '10001001 01010000 01001110 01000111 00001101 00001010 00011010 00001010 '.repeat(2),
    'RFIE4RYNBINAUAAAAAGUSSCEKIAAAAABAAAAAAIIAYAAAABPCXCIS',
    'rfie4rynbinauaaaaagusscekiaaaaabaaaaaaiiayaaaabpcxcis',
    'aVZCT1J3MEtHZ29BQUFBTlNVaEVVZw==',
    'begin 644 a.png\nMB5!.1PT*&@H````-24A$4@``',
    '<~M,6r;!"8YQzz!,6Xf!"8Y!~>',
    'data%3Aimage/png;base64,AAAA',
    'x=AAABAAEAEBAAAAEAIABoBA',
    'A'.repeat(200),
    '0123456789abcdef'.repeat(13),
  ])('refuses %s', (text) => {
    expect(codes(text)).toEqual(['ENCODED_CONTENT']);
  });

  it.each([
    'Card data: none. Blob: none; metadata: image/print is wrong.',
    'A'.repeat(150),
    '='.repeat(300),
    '_'.repeat(300),
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa\n'.repeat(8),
    'GB82WEST12345698765432, '.repeat(12),
    '6f1c2a34-9b7e-4c11-8a55-446655440000 '.repeat(10),
    'nomu imports and others '.repeat(40),
    'caf%E9 and caf%C3%A9, 100%25, a=20, \\u00e9, &#233;, &#8211;, &amp;',
    'octets 12, 15, 22, 31, 47, 90, 14, 3, 8, 11, 17, 25, 44, 61, 5, 9, 2, 40',
    'THE MERCHANT MOVED TO ANOTHER HOST AND KEPT THE ACCOUNT AND THE DESCRIPTOR',
    `${'abcdefghijklmnopqrstuvwxyz234567'.repeat(2).slice(0, 56)}.onion`,
    '{"status":"declined","reason":"05","amount":4999,"currency":"EUR","ok":[1,2]}',
    'scan IMG_20260304_101112.jpg of 20260304101112',
  ])('takes %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('checkTextWithUrls', () => {
  const check = (text: string): unknown => {
    const { refusals, ...kept } = checkTextWithUrls(text, FIELD, NARRATIVE);
    return { ...kept, codes: refusals.map(({ code }) => code) };
  };

  it('keeps of an address its host, and does not mind what it drops', () => {
    expect(check('see https://nomu.example/pay/4111111111111111?t=1')).toEqual({
      text: 'see nomu.example',
      dropped: 1,
      codes: [],
    });
  });

  it('refuses a file that begins in an address and goes on behind it', () => {
    expect(check('nomu.example/a?b=25 50 44 46 2d 31 2e 34 0a 25 e2 e3 cf d3 0a fa')).toMatchObject({
      codes: ['ENCODED_CONTENT'],
    });
    expect(check('https://nomu.example/iVBORw0KGgoA\nAAANSUhEUgAAAAEAAAAB')).toMatchObject({
      codes: ['ENCODED_CONTENT'],
    });
  });
});
