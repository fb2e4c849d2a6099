import type { Refusal } from '../common/refusal.js';

/** Fewest characters (Unicode code points) of a password. NIST SP 800-63B-4, section 3.1.1.2: 15 for a password. */
export const PASSWORD_LENGTH_MIN = 15;
/** Most characters: enough for any passphrase, and a bound on what one sign-in makes us hash. */
export const PASSWORD_LENGTH_MAX = 128;
/** Fewest different characters: `aaaaaaaaaaaaaaa` and `121212121212121` are long and still the first to be tried. */
const DISTINCT_CHARACTERS_MIN = 6;

/**
 * Stems of what people choose when made to choose something long. A password that is nothing but these, digits and
 * punctuation is refused.
 */
const COMMON_STEMS = [
  'password',
  'passwort',
  'passphrase',
  'administrator',
  'admin',
  'letmein',
  'iloveyou',
  'welcome',
  'qwertzuiop',
  'qwertyuiop',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  'abcdefghijklmno',
  'abcdef',
  'abc',
  'correcthorsebatterystaple',
  'changeme',
  'default',
  'secret',
  'summer',
  'winter',
  'spring',
  'autumn',
  'login',
  'monkey',
  'dragon',
  'football',
  'sunshine',
  'princess',
  'company',
  'cordon',
  'test',
  'user',
  'my',
  'the',
  'is',
  'and',
] as const;

/**
 * Decides whether a password may be set. Length in code points after NFKC, which is also the form that is hashed.
 * `personal` are texts that an attacker knows of the person (e-mail address, name): none may be the password's bulk.
 *
 * Returns undefined when it may, else one refusal WEAK_PASSWORD that says which rule and what to do. Pure.
 */
export function refusePassword(
  password: string,
  personal: readonly string[] = [],
): Refusal<'WEAK_PASSWORD'> | undefined {
  const normal = normalPassword(password);
  const length = Array.from(normal).length;
  if (length < PASSWORD_LENGTH_MIN) return weak(`It needs at least ${PASSWORD_LENGTH_MIN} characters.`);
  if (length > PASSWORD_LENGTH_MAX) return weak(`It may have at most ${PASSWORD_LENGTH_MAX} characters.`);

  const lower = normal.toLowerCase();
  if (new Set(lower).size < DISTINCT_CHARACTERS_MIN || isRepeated(lower)) {
    return weak('It repeats itself: use several unrelated words.');
  }
  if (withoutCommon(lower, personal) === '') {
    return weak('It is made of words that are tried first: use several unrelated words.');
  }
  return undefined;
}

/** The form in which a password is hashed, so that the same keys on another keyboard or system sign in. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

function weak(message: string): Refusal<'WEAK_PASSWORD'> {
  return { code: 'WEAK_PASSWORD', field: ['password'], message };
}

/** Whether the text is a shorter text of up to half its length said again and again. */
function isRepeated(text: string): boolean {
  for (let period = 1; period <= text.length / 2; period += 1) {
    if (
      text ===
      text
        .slice(0, period)
        .repeat(Math.ceil(text.length / period))
        .slice(0, text.length)
    )
      return true;
  }
  return false;
}

function withoutCommon(lower: string, personal: readonly string[]): string {
  const words = personal
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u))
    .filter((word) => word.length >= 3);
  const stems = [...COMMON_STEMS, ...words].sort((a, b) => b.length - a.length);
  let rest = lower.replace(/[^\p{L}]+/gu, '');
  for (const stem of stems) rest = rest.replaceAll(stem, '');
  return rest;
}
