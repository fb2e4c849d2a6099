import { readOutboundUrl } from './outbound-url.js';

const isTaken = (text: string, loopback?: boolean): boolean =>
  typeof readOutboundUrl(text, loopback) !== 'string';

describe('readOutboundUrl', () => {
  it.each([
    'https://keys.example/jwks.json',
    'https://keys.example',
    'https://keys.example:443/jwks.json?of=us',
    'HTTPS://Keys.Example/JWKS',
    'https://xn--bcher-kva.example/jwks',
  ])('takes %s', (text) => {
    expect(isTaken(text)).toBe(true);
  });

  it.each([
    ['no encryption', 'http://keys.example/'],
    ['another scheme', 'ftp://keys.example/'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:application/json,{}'],
    ['no scheme', 'keys.example/jwks'],
    ['another port', 'https://keys.example:8443/'],
    ['the port of another service', 'https://keys.example:5432/'],
    ['a user', 'https://user@keys.example/'],
    ['a password', 'https://user:secret@keys.example/'],
    ['a host that looks like a user', 'https://keys.example@elsewhere.example/'],
    ['a fragment', 'https://keys.example/#x'],
    ['an empty fragment', 'https://keys.example/#'],
    ['IPv4', 'https://1.1.1.1/'],
    ['this machine', 'https://127.0.0.1/'],
    ['IPv4 in hex', 'https://0x7f000001/'],
    ['IPv4 as one number', 'https://2130706433/'],
    ['IPv4 in octal', 'https://0177.0.0.1/'],
    ['IPv4 cut short', 'https://127.1/'],
    ['IPv4 in full-width digits', 'https://１２７.０.０.１/'],
    ['IPv6', 'https://[2606:4700:4700::1111]/'],
    ['this machine by IPv6', 'https://[::1]/'],
    ['mapped IPv4', 'https://[::ffff:127.0.0.1]/'],
    ['the metadata service', 'https://169.254.169.254/latest/meta-data/'],
    ['localhost', 'https://localhost/'],
    ['a name below localhost', 'https://a.localhost/'],
    ['a name of the local network', 'https://printer.local/'],
    ['a name of a cloud’s inside', 'https://metadata.google.internal/'],
    ['a name without a dot', 'https://intranet/'],
    ['a trailing dot', 'https://keys.example./'],
    ['an empty label', 'https://keys..example/'],
    ['a reversed address', 'https://1.0.0.127.in-addr.arpa/'],
    ['a tab within', 'https://keys.exa\tmple/'],
    ['a line break', 'https://keys.example/\nx'],
    ['a space before', ' https://keys.example/'],
    ['a backslash', 'https:\\\\keys.example\\'],
    ['another script', 'https://bücher.example/'],
    ['a NUL', 'https://keys.example/\0'],
    ['nothing', ''],
    ['more than is taken', `https://keys.example/${'x'.repeat(2000)}`],
  ])('refuses %s', (_name, text) => {
    expect(isTaken(text)).toBe(false);
  });

  it('takes this machine, by http and at any port, where the setting says so, and still nobody else', () => {
    for (const text of ['http://127.0.0.1:4000/', 'http://localhost:4000/', 'https://[::1]:4000/']) {
      expect([text, isTaken(text, true), isTaken(text)]).toEqual([text, true, false]);
    }
    for (const text of [
      'http://10.0.0.1/',
      'http://keys.example/',
      'https://keys.example:8443/',
      'ftp://127.0.0.1/',
    ]) {
      expect([text, isTaken(text, true)]).toEqual([text, false]);
    }
  });
});
