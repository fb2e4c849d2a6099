import { copyLine } from './copy-in.js';

describe('a line of COPY', () => {
  it('keeps apart what its format needs for itself', () => {
    expect(copyLine([null, 'a\tb', 'back\\slash', 'two\nlines', true, 5])).toBe(
      '\\N\ta\\tb\tback\\\\slash\ttwo\\nlines\ttrue\t5\n',
    );
  });

  it('writes bytes, dates, lists and documents as PostgreSQL reads them', () => {
    expect(copyLine([Buffer.from('ff00', 'hex'), new Date(0), ['\\xff', 'a "b"'], { a: ['\n'] }])).toBe(
      '\\\\xff00\t1970-01-01T00:00:00.000Z\t{"\\\\\\\\xff","a \\\\"b\\\\""}\t{"a":["\\\\n"]}\n',
    );
  });
});
