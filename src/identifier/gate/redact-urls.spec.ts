import { redactUrls } from './redact-urls.js';

describe('redactUrls', () => {
  it.each([
    ['see https://pay.nomu.example/m/checkout?id=7.', 'see pay.nomu.example.', 1],
    ['(HTTP://NOMU.EXAMPLE/a), and', '(NOMU.EXAMPLE), and', 1],
    ['hxxps://nomu[.]example/a#b', 'nomu[.]example', 1],
    ['https://user:secret@nomu.example:8443/x', 'nomu.example', 1],
    ['www.nomu.example/a and nomu.co.uk?b=1', 'www.nomu.example and nomu.co.uk', 2],
    ['https://nomu.example/ or https://nomu.example', 'nomu.example or nomu.example', 0],
    ['https://bücher.example/ä/ö', 'bücher.example', 1],
    ['http://192.0.2.7/x and 192.0.2.7/x', '192.0.2.7 and 192.0.2.7', 2],
    ['http://[2001:db8::7]/x', '[2001:db8::7]', 1],
  ])('keeps of %s the host: %s', (text, redacted, dropped) => {
    expect(redactUrls(text)).toEqual({ text: redacted, dropped });
  });

  it.each(['S.A./N.V. and/or Sp. z o.o./GmbH', '24/7, 1.5/2', 'mail billing@nomu.example', 'photo.jpg/old'])(
    'leaves %s alone',
    (text) => {
      expect(redactUrls(text)).toEqual({ text, dropped: 0 });
    },
  );
});
