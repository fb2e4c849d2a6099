import { keyKinds, keyOf, normalised, refusedAs } from './spec-support/normalised.js';

describe('EMAIL', () => {
  it.each([
    ['Billing@NOMU.example', 'billing@nomu.example'],
    ['mailto:billing@nomu.example', 'billing@nomu.example'],
    ['billing[at]nomu[.]example', 'billing@nomu.example'],
    ['jöe@bücher.example', 'jöe@xn--bcher-kva.example'],
  ])('reads %s as %s', (typed, value) => {
    const email = normalised('EMAIL', typed);
    expect(email).toMatchObject({ value, strength: 'STRONG' });
    expect(keyKinds(email)).toEqual(['EMAIL STRONG']);
  });

  it('has a second key as its provider delivers it', () => {
    const typed = normalised('EMAIL', 'No.Mu+shop@googlemail.com');
    expect(keyKinds(typed)).toEqual(['EMAIL STRONG', 'EMAIL_CANONICAL STRONG']);
    expect(keyOf(typed, 'EMAIL_CANONICAL')).toBe(
      keyOf(normalised('EMAIL', 'nomu@gmail.com'), 'EMAIL_CANONICAL'),
    );
    expect(keyOf(typed, 'EMAIL')).not.toBe(keyOf(normalised('EMAIL', 'nomu@gmail.com'), 'EMAIL'));
  });

  it('keeps the dots where the provider does', () => {
    expect(keyOf(normalised('EMAIL', 'no.mu@outlook.com'), 'EMAIL_CANONICAL')).not.toBe(
      keyOf(normalised('EMAIL', 'nomu@outlook.com'), 'EMAIL_CANONICAL'),
    );
  });

  it('is weak as an office at a provider open to all, strong at the merchant’s own host', () => {
    expect(normalised('EMAIL', 'info@gmail.com').strength).toBe('WEAK');
    expect(keyKinds(normalised('EMAIL', 'info+x@gmail.com'))).toEqual(['EMAIL WEAK', 'EMAIL_CANONICAL WEAK']);
    expect(normalised('EMAIL', 'info@nomu.example').strength).toBe('STRONG');
    expect(normalised('EMAIL', 'nomu@gmail.com').strength).toBe('STRONG');
  });

  it('is shown defanged', () => {
    expect(normalised('EMAIL', 'billing@nomu.example').display).toBe('billing@nomu[.]example');
  });

  it.each([
    ['nomu', { code: 'INVALID_FORMAT', field: 'value' }],
    ['a..b@nomu.example', { code: 'INVALID_FORMAT', field: 'value' }],
    ['@nomu.example', { code: 'INVALID_FORMAT', field: 'value' }],
    ['a@localhost', { code: 'INVALID_FORMAT', field: 'value' }],
    ['a@192.0.2.7', { code: 'INVALID_FORMAT', field: 'value' }],
    ['a@co.uk', { code: 'PUBLIC_SUFFIX', field: 'value' }],
    ['No Mu <a@nomu.example>', { code: 'INVALID_FORMAT', field: 'value', suggestion: 'a@nomu.example' }],
    [`${'a'.repeat(65)}@nomu.example`, { code: 'INVALID_LENGTH', field: 'value' }],
    ['4111111111111111@nomu.example', { code: 'CARD_NUMBER', field: 'value' }],
  ])('refuses %s', (typed, refusal) => {
    expect(refusedAs('EMAIL', typed)).toEqual([refusal]);
  });
});
