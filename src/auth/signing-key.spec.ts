import { planRotation, RETIRED_KEY_KEPT_S, type SigningKey, type SigningKeyState } from './signing-key.js';

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
