import { UsageError } from '../command/read-options.js';
import { readOptions } from './options.js';

describe('the options', () => {
  it('are a thousand recipients and five rounds unless others are asked for', () => {
    expect(readOptions([])).toEqual({ recipients: 1_000, rounds: 5 });
    expect(readOptions(['--recipients', '20', '--rounds', '1', '--json', 'out.json'])).toEqual({
      recipients: 20,
      rounds: 1,
      json: 'out.json',
    });
  });

  it.each([
    ['--recipients', '1', '--recipients takes a whole number from 2 to 5000.'],
    ['--rounds', '0', '--rounds takes a whole number from 1 to 50.'],
  ])('refuse %s %s, and say what is taken', (option, value, message) => {
    expect(() => readOptions([option, value])).toThrow(new UsageError(message));
  });
});
