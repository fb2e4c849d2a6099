import { UsageError } from '../command/read-options.js';
import { readOptions } from './options.js';

describe('the options', () => {
  it('are a million merchants unless another size is asked for', () => {
    expect(readOptions([])).toEqual({ merchants: 1_000_000, seconds: 10, reports: 1_000 });
    expect(readOptions(['--merchants', '50000', '--data-dir', 'kept', '--json', 'out.json'])).toEqual({
      merchants: 50_000,
      seconds: 10,
      reports: 1_000,
      dataDir: 'kept',
      json: 'out.json',
    });
  });

  it.each([
    ['--merchants', '10', '--merchants takes a whole number from 1000 to 5000000.'],
    ['--seconds', 'x', '--seconds takes a whole number from 1 to 60.'],
    ['--reports', '1.5', '--reports takes a whole number from 16 to 10000.'],
  ])('refuse %s %s, and say what is taken', (option, value, message) => {
    expect(() => readOptions([option, value])).toThrow(new UsageError(message));
  });
});
