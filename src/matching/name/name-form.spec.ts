import { normaliseIdentifier } from '../../identifier/index.js';
import { nameForm, nameForms } from './name-form.js';
import { aName } from './spec-support/forms.js';

describe('nameForm', () => {
  it.each([
    ['The Nomu Bank of Velda', 'THE NOMU BANK OF VELDA', ['NOMU', 'BANK', 'VELDA']],
    ['Nomu, Inc., Ltd.', 'NOMU', ['NOMU']],
    ['JSC Nomu Corp.', 'NOMU', ['NOMU']],
    ['Nomu VeldaLtd', 'NOMU VELDA', ['NOMU', 'VELDA']],
    ['Nomu1902', 'NOMU 1902', ['NOMU', '1902']],
    ['Nomu Forty-Four', 'NOMU FORTY FOUR', ['NOMU', 'FORTYFOUR']],
    ['Nomu Velda Nomu Velda', 'NOMU VELDA', ['NOMU', 'VELDA']],
    ['The And', 'THE AND', ['THE', 'AND']],
  ])('reads %s', (typed, text, words) => {
    const form = aName(typed);
    expect(form.text).toBe(text);
    expect(form.words.map((word) => word.text)).toEqual(words);
  });

  it('reads numbers however they are written, and initials as no numbers', () => {
    const numbers = (typed: string) => aName(typed).words.map(({ number }) => number);
    expect(numbers('Nomu 007')).toEqual([undefined, '7']);
    expect(numbers('Nomu Forty Four')).toEqual([undefined, '44']);
    expect(numbers('Second Nomu XII')).toEqual(['2', undefined, '12']);
    expect(numbers('V Nomu')).toEqual([undefined, undefined]);
  });

  it('reads a descriptor, whose core may hold other signs', () => {
    expect(nameForm({ value: "NOMU'S-SHOP.EXAMPLE" }).text).toBe('NOMUS SHOP EXAMPLE');
  });
});

describe('nameForms', () => {
  it('has the parts of a legal name with its trade name besides the whole', () => {
    const name = normaliseIdentifier({ type: 'LEGAL_NAME', value: 'Nomu Ltd DBA Velda Shop' });
    const forms = name.ok ? nameForms(name.value) : [];
    expect(forms.map(({ text }) => text)).toEqual(['NOMU LTD DBA VELDA SHOP', 'NOMU', 'VELDA SHOP']);
    expect(forms[1]?.forms).toEqual(['LTD']);
  });

  it('is the one name of any other', () => {
    expect(nameForms({ value: 'NOMU' })).toHaveLength(1);
  });
});
