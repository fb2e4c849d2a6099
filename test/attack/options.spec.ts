import { describeReport } from '../../attack/describe-report.js';
import { readOptions } from '../../attack/options.js';

const NAMES = ['graphql', 'planted'];

describe('the command line of an attack', () => {
  it('names the attack, and may say how often and by which dice', () => {
    expect(readOptions(['planted'], NAMES)).toEqual({ name: 'planted' });
    expect(readOptions(['graphql', '--count', '5', '--seed', '0'], NAMES)).toEqual({
      name: 'graphql',
      count: 5,
      seed: 0,
    });
  });

  it.each([
    [[], 'Name one attack: graphql, planted.'],
    [['constructor'], 'Name one attack: graphql, planted.'],
    [['graphql', 'planted'], 'Name one attack: graphql, planted.'],
    [['graphql', '--count', '0'], '--count takes a whole number from 1 to 10000000.'],
    [['graphql', '--count', '1.5'], '--count takes a whole number from 1 to 10000000.'],
    [['graphql', '--seed', '2147483648'], '--seed takes a whole number from 0 to 2147483647.'],
  ])('%j is refused', (args, message) => {
    expect(() => readOptions(args, NAMES)).toThrow(message);
  });
});

describe('the report of an attack', () => {
  const run = { seed: 7, count: 3, seconds: 1.25 };

  it('gives the figures and the seed', () => {
    expect(describeReport('graphql', run, { figures: { cases: 3, 'p99 ms': 12 }, failures: [] })).toBe(
      ['graphql: held', '  cases    3', '  p99 ms   12', '  seconds  1.3', '  seed     7'].join('\n'),
    );
  });

  it('says what failed, and how to see it again', () => {
    expect(describeReport('graphql', run, { figures: {}, failures: ['A bomb went off.'] })).toMatch(
      /FAILED[^]*- A bomb went off\.[^]*Again: npm run attack:graphql -- --count 3 --seed 7/,
    );
  });
});
