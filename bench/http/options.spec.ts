import { UsageError } from '../command/read-options.js';
import { readOptions } from './options.js';

describe('the options of the bench', () => {
  it('are those of the issue when none is given', () => {
    expect(readOptions([])).toEqual({ seconds: 2, rounds: 5, indicators: 100_000, work: 'web,worker' });
  });

  it('are taken as given', () => {
    const args = '--seconds 0.5 --rounds 1 --indicators 1000 --work web --json out.json --profile out'.split(
      ' ',
    );
    expect(readOptions(args)).toEqual({
      seconds: 0.5,
      rounds: 1,
      indicators: 1000,
      work: 'web',
      json: 'out.json',
      profile: 'out',
    });
  });

  it.each([
    ['--seconds 0', '--seconds takes a number from 0.5 to 60.'],
    ['--rounds 1.5', '--rounds takes a whole number from 1 to 50.'],
    ['--rounds many', '--rounds takes a whole number from 1 to 50.'],
    ['--indicators 99', '--indicators takes a whole number from 100 to 5000000.'],
    ['--work worker', '--work takes web or web,worker.'],
  ])('are refused with the range: %s', (args, message) => {
    expect(() => readOptions(args.split(' '))).toThrow(new UsageError(message));
  });

  it('are refused where one is not known', () => {
    expect(() => readOptions(['--round', '5'])).toThrow(UsageError);
  });
});
