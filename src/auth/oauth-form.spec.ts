import { OAuthError } from './oauth-error.js';
import { readBasic, readForm, required } from './oauth-form.js';

const FORM = 'application/x-www-form-urlencoded';

function refusalOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof OAuthError) return `${error.code}: ${error.description}`;
    throw error;
  }
}

describe('readForm', () => {
  it('reads each parameter once and leaves empty ones out', () => {
    expect([...readForm(FORM, { grant_type: 'password', scope: '', other: 'x' })]).toEqual([
      ['grant_type', 'password'],
      ['other', 'x'],
    ]);
  });

  it('takes a charset beside the media type', () => {
    expect(readForm(`${FORM}; charset=UTF-8`, { a: 'b' }).get('a')).toBe('b');
  });

  it.each([
    ['JSON', 'application/json', {}, 'Send the parameters as application/x-www-form-urlencoded.'],
    ['no media type', undefined, {}, 'Send the parameters as application/x-www-form-urlencoded.'],
    ['a repeated parameter', FORM, { scope: ['a', 'b'] }, 'The parameter scope is given more than once.'],
    ['an object', FORM, { scope: {} }, 'The parameter scope is given more than once.'],
    ['an overlong value', FORM, { scope: 'x'.repeat(8193) }, 'The parameter scope is too long.'],
    ['a NUL', FORM, { username: 'a\0b' }, 'The parameter username holds a NUL.'],
    [
      'markup as a name',
      FORM,
      { '<script>': ['a', 'b'] },
      'The parameter (unprintable) is given more than once.',
    ],
  ])('refuses %s', (_name, type, body, description) => {
    expect(refusalOf(() => readForm(type, body))).toBe(`invalid_request: ${description}`);
  });

  it('reads no body as no parameters', () => {
    expect(refusalOf(() => required(readForm(FORM, undefined), 'grant_type'))).toBe(
      'invalid_request: The parameter grant_type is missing.',
    );
  });
});

describe('readBasic', () => {
  const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

  it.each([
    [basic('cli_1:secret'), ['cli_1', 'secret']],
    [basic('cli_1:se:cr:et'), ['cli_1', 'se:cr:et']],
    [basic(':'), ['', '']],
    [basic('cli_1:').replace('Basic', 'bASIC'), ['cli_1', '']],
    [basic('no colon'), undefined],
    ['Bearer abc', undefined],
    ['Basic', undefined],
    ['Basic !!!', undefined],
    [undefined, undefined],
  ])('reads %p', (header, expected) => {
    expect(readBasic(header)).toEqual(expected);
  });
});
