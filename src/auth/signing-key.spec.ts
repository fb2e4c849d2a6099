import {
  KEY_KNOWN_AFTER_S,
  planRotation,
  RETIRED_KEY_KEPT_S,
  signingKeyOf,
  type SigningKey,
  type SigningKeyState,
} from './signing-key.js';

const now = new Date('2026-05-01T00:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
const DAY_S = 86_400;

function aKey(state: SigningKeyState, ageS: number, retiredS?: number): SigningKey {
  const kid = `${state.toLowerCase()}-${ageS}`;
  return { kid, state, createdAt: ago(ageS), retiredAt: retiredS === undefined ? null : ago(retiredS) };
}

const nothing = { remove: [], retire: [], promote: [], create: [] };
const young = [aKey('CURRENT', 40 * DAY_S), aKey('NEXT', 29 * DAY_S)];
const due = [aKey('CURRENT', 60 * DAY_S), aKey('NEXT', 30 * DAY_S)];

describe('planRotation', () => {
  it.each([
    ['makes CURRENT and NEXT where there are none', [], false, { ...nothing, create: ['CURRENT', 'NEXT'] }],
    ['leaves keys that have signed for less than their life', young, false, nothing],
    [
      'rotates when CURRENT has signed for its life',
      due,
      false,
      { ...nothing, retire: [due[0]?.kid], promote: [due[1]?.kid], create: ['NEXT'] },
    ],
    [
      'rotates at once when told to',
      young,
      true,
      { ...nothing, retire: [young[0]?.kid], promote: [young[1]?.kid], create: ['NEXT'] },
    ],
    [
      'keeps a retired key while a token of its may be valid',
      [...young, aKey('RETIRED', 90 * DAY_S, RETIRED_KEY_KEPT_S)],
      false,
      nothing,
    ],
    [
      'removes a retired key after that',
      [...young, aKey('RETIRED', 90 * DAY_S, RETIRED_KEY_KEPT_S + 1)],
      false,
      { ...nothing, remove: [`retired-${90 * DAY_S}`] },
    ],
    [
      'lets a lone NEXT sign',
      [aKey('NEXT', 5)],
      false,
      { ...nothing, promote: ['next-5'], create: ['NEXT'] },
    ],
    ['makes a missing NEXT', [aKey('CURRENT', 5)], false, { ...nothing, create: ['NEXT'] }],
  ])('%s', (_name, keys, force, expected) => {
    expect(planRotation(keys, now, force)).toEqual(expected);
  });
});

describe('signingKeyOf', () => {
  it.each<[string, SigningKey[], string | undefined]>([
    ['CURRENT, when it was known as NEXT for long', young, `current-${40 * DAY_S}`],
    [
      'CURRENT at the bound',
      [aKey('CURRENT', KEY_KNOWN_AFTER_S), aKey('RETIRED', DAY_S, 1)],
      `current-${KEY_KNOWN_AFTER_S}`,
    ],
    [
      'the one before it, while not every instance knows CURRENT',
      [aKey('CURRENT', KEY_KNOWN_AFTER_S - 1), aKey('NEXT', 0), aKey('RETIRED', DAY_S, 1)],
      `retired-${DAY_S}`,
    ],
    [
      'the newest of those that are known',
      [aKey('CURRENT', 1), aKey('RETIRED', 2, 1), aKey('RETIRED', DAY_S, 2), aKey('RETIRED', 2 * DAY_S, 3)],
      `retired-${DAY_S}`,
    ],
    [
      'the oldest, where all were made just now',
      [aKey('CURRENT', 1), aKey('RETIRED', 2, 1), aKey('NEXT', 3)],
      'retired-2',
    ],
    [
      'CURRENT, where it was made at the moment of the one before it',
      [aKey('RETIRED', DAY_S, 1), aKey('CURRENT', DAY_S), aKey('NEXT', 1)],
      `current-${DAY_S}`,
    ],
    ['CURRENT on the very first start', [aKey('CURRENT', 0), aKey('NEXT', 0)], 'current-0'],
    ['none that is spent', [aKey('CURRENT', 1), aKey('RETIRED', DAY_S, RETIRED_KEY_KEPT_S + 1)], 'current-1'],
    ['none where there is none', [aKey('NEXT', DAY_S)], undefined],
  ])('is %s', (_name, keys, expected) => {
    expect(signingKeyOf(keys, now)?.kid).toBe(expected);
  });
});
