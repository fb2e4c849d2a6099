import { FORM_BY_SPELLING, SPELLING_LENGTH_MAX } from './legal-form-spellings.js';
import { findLegalForm, splitLegalForm } from './legal-forms.js';

describe('legal forms', () => {
  it('are spelt in ASCII capitals without spaces, and every form is a spelling of itself', () => {
    for (const [spelling, form] of FORM_BY_SPELLING) {
      expect(spelling).toMatch(/^[A-Z]+$/);
      expect(FORM_BY_SPELLING.get(form)).toBe(form);
    }
    expect(SPELLING_LENGTH_MAX).toBeLessThan(80);
  });

  it('are taken off the end before the front, the longest first, and never leave nothing', () => {
    expect(findLegalForm(['OOO', 'NOMU', 'LTD'])).toEqual({ form: 'LTD', start: 0, end: 2 });
    expect(findLegalForm(['OOO', 'NOMU'])).toEqual({ form: 'OOO', start: 1, end: 2 });
    expect(findLegalForm(['NOMU', 'PTY', 'LTD'])).toEqual({ form: 'PTYLTD', start: 0, end: 1 });
    expect(findLegalForm(['LTD'])).toBeUndefined();
    expect(splitLegalForm(['PTY', 'LTD'])).toEqual({ rest: ['PTY'], form: 'LTD' });
  });
});
