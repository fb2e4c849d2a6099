import { keyKinds, keyOf, normalised, refusedAs } from './spec-support/normalised.js';

describe('DOMAIN', () => {
  it.each([
    ['HTTP://NOMU.EXAMPLE/', 'nomu.example', 'nomu.example'],
    ['www.nomu.example', 'nomu.example', 'nomu.example'],
    ['www.www.nomu.example.', 'nomu.example', 'nomu.example'],
    ['https://user:secret@Pay.Nomu.example:8443', 'pay.nomu.example', 'nomu.example'],
    ['hxxps://pay[.]nomu[.]example', 'pay.nomu.example', 'nomu.example'],
    ['pay (dot) nomu [dot] example', 'pay.nomu.example', 'nomu.example'],
    ['bücher.example', 'xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['faß.example', 'xn--fa-hia.example', 'xn--fa-hia.example'],
    ['店。example', 'xn--hxt.example', 'xn--hxt.example'],
    ['nomu.co.uk', 'nomu.co.uk', 'nomu.co.uk'],
    ['shop.nomu.github.io', 'shop.nomu.github.io', 'nomu.github.io'],
    ['shop.example.myplatform.com', 'shop.example.myplatform.com', 'myplatform.com'],
  ])('reads %s as %s under %s', (typed, value, registrable) => {
    const domain = normalised('DOMAIN', typed);
    expect(domain).toMatchObject({ value, strength: 'STRONG', parts: { registrable } });
    expect(keyKinds(domain)).toEqual(['DOMAIN_HOST STRONG', 'DOMAIN_REGISTRABLE STRONG']);
  });

  it('finds a host by its registrable domain, which is a key of the bare domain too', () => {
    const shop = normalised('DOMAIN', 'nomu.example');
    const pay = normalised('DOMAIN', 'pay.nomu.example');
    expect(keyOf(pay, 'DOMAIN_REGISTRABLE')).toBe(keyOf(shop, 'DOMAIN_REGISTRABLE'));
    expect(keyOf(pay, 'DOMAIN_HOST')).not.toBe(keyOf(shop, 'DOMAIN_HOST'));
  });

  it('drops path, query and fragment, and says so', () => {
    for (const rest of ['/m/checkout?id=7', '?id=7', '#x', '/4111111111111111']) {
      const domain = normalised('DOMAIN', `https://nomu.example${rest}`);
      expect(domain).toMatchObject({ value: 'nomu.example', notices: ['URL_PATH_DROPPED'] });
      expect(domain.typed).toBe('nomu.example');
      expect(JSON.stringify(domain)).not.toContain(rest);
    }
    expect(normalised('DOMAIN', 'https://nomu.example/').notices).toEqual([]);
  });

  it('is shown defanged', () => {
    expect(normalised('DOMAIN', 'pay.nomu.example').display).toBe('pay[.]nomu[.]example');
  });

  it.each([
    ['github.io', { code: 'PUBLIC_SUFFIX', field: 'value' }],
    ['https://www.github.io/x', { code: 'PUBLIC_SUFFIX', field: 'value' }],
    ['co.uk', { code: 'PUBLIC_SUFFIX', field: 'value' }],
    ['com', { code: 'PUBLIC_SUFFIX', field: 'value' }],
    ['localhost', { code: 'INVALID_FORMAT', field: 'value' }],
    ['192.0.2.7', { code: 'INVALID_FORMAT', field: 'value', suggestion: 'IP_ADDRESS' }],
    ['http://[2001:db8::7]/', { code: 'INVALID_FORMAT', field: 'value', suggestion: 'IP_ADDRESS' }],
    ['0x7f.1', { code: 'INVALID_FORMAT', field: 'value', suggestion: 'IP_ADDRESS' }],
    ['billing@nomu.example', { code: 'INVALID_FORMAT', field: 'value', suggestion: 'EMAIL' }],
    ['nomu..example', { code: 'INVALID_FORMAT', field: 'value' }],
    ['-nomu.example', { code: 'INVALID_FORMAT', field: 'value' }],
    [`${'n'.repeat(64)}.example`, { code: 'INVALID_FORMAT', field: 'value' }],
    [`${'n.'.repeat(130)}example`, { code: 'INVALID_LENGTH', field: 'value' }],
    ['xn--zz.example', { code: 'INVALID_FORMAT', field: 'value' }],
    ['two words.example', { code: 'INVALID_FORMAT', field: 'value' }],
    ['4111111111111111.example', { code: 'CARD_NUMBER', field: 'value' }],
    ['nomu\u200b.example', { code: 'CONTROL_CHARACTER', field: 'value' }],
    [`nomu.example/${'x'.repeat(2048)}`, { code: 'TOO_LONG', field: 'value' }],
  ])('refuses %s', (typed, refusal) => {
    expect(refusedAs('DOMAIN', typed)).toEqual([refusal]);
  });
});

describe('IP_ADDRESS', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192[.]0[.]2[.]7', '192.0.2.7'],
    ['192.0.2.7:8080', '192.0.2.7'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['[2001:db8::0001]:443', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::FFFF:192.0.2.7', '::ffff:192.0.2.7'],
  ])('reads %s as %s (RFC 5952)', (typed, value) => {
    expect(normalised('IP_ADDRESS', typed)).toMatchObject({ value, strength: 'CONTEXT' });
  });

  it.each(['192.0.2', '192.0.2.256', '010.0.2.7', 'fe80::1%eth0', 'nomu.example'])('refuses %s', (typed) => {
    expect(refusedAs('IP_ADDRESS', typed)).toEqual([{ code: 'INVALID_FORMAT', field: 'value' }]);
  });
});
