import { type MemberId, newId } from '../../common/id.js';
import { countOpinions, type HeldOpinion, type RelayedReport } from './count-opinions.js';
import type { OpinionKind } from './opinion.js';

const ids = new Map<string, MemberId>();

/** The member of a letter. */
function member(letter: string): MemberId {
  const known = ids.get(letter) ?? newId('member');
  ids.set(letter, known);
  return known;
}

const opinionsOf = (letters: string, kind: OpinionKind): HeldOpinion[] =>
  Array.from(letters).map((letter) => ({ memberId: member(letter), kind }));

/** `AX`: the member A relays the source X. */
const relays = (...reports: readonly string[]): RelayedReport[] =>
  reports.map(([letter = '', sourceKey = '']) => ({ memberId: member(letter), sourceKey }));

describe('two that call an indicator a false positive', () => {
  it.each([
    ['nobody', '', [], false],
    ['one', 'A', [], false],
    ['two that have nothing to do with it', 'AB', [], true],
    ['two that relay one source', 'AB', ['AX', 'BX'], false],
    ['two that relay one source, of which one has another too', 'AB', ['AX', 'BX', 'BY'], true],
    ['two that relay a source each', 'AB', ['AX', 'BY'], true],
    ['a reporter and somebody else', 'AB', ['AX', 'CX'], true],
    ['three that relay one source', 'ABC', ['AX', 'BX', 'CX'], false],
    ['three that relay one source, and another', 'ABCD', ['AX', 'BX', 'CX'], true],
    ['one that reported on two sources', 'A', ['AX', 'AY'], false],
  ])('%s', (_, holders, reports, challenged) => {
    const count = countOpinions(opinionsOf(holders, 'FALSE_POSITIVE'), relays(...reports));
    expect(count.challenged).toBe(challenged);
  });

  it('count for nothing else, and nothing else for them', () => {
    const others = (['CONFIRMED', 'SEEN_TOO', 'OUTDATED'] as const).flatMap((kind) =>
      opinionsOf('ABCDEF', kind),
    );
    expect(countOpinions(others, []).challenged).toBe(false);
  });
});

describe('how many are of an opinion', () => {
  it.each([
    ['ABC', 'UNDER_THREE'],
    ['ABCD', 'THREE_TO_NINE'],
    ['ABCDEFGHIJ', 'THREE_TO_NINE'],
    ['ABCDEFGHIJK', 'TEN_OR_MORE'],
  ])('%s is told as %s', (holders, band) => {
    expect(countOpinions(opinionsOf(holders, 'SEEN_TOO'), []).bands).toEqual({
      CONFIRMED: 'UNDER_THREE',
      SEEN_TOO: band,
      OUTDATED: 'UNDER_THREE',
      FALSE_POSITIVE: 'UNDER_THREE',
    });
  });

  it('leaves out reporters that say what their report says, and counts them where they speak against it', () => {
    const reports = relays('AX', 'BY');
    const band = (kind: OpinionKind): string => countOpinions(opinionsOf('ABCD', kind), reports).bands[kind];
    expect([band('CONFIRMED'), band('SEEN_TOO')]).toEqual(['UNDER_THREE', 'UNDER_THREE']);
    expect([band('OUTDATED'), band('FALSE_POSITIVE')]).toEqual(['THREE_TO_NINE', 'THREE_TO_NINE']);
  });
});
