import { checkReport } from '../../src/report/check-report.js';
import { askedIdentifiers } from './asked.js';
import { IDENTIFIERS_PER_REPORT, INDICATORS_PER_REPORT, inventedReport } from './invented-report.js';
import { newId } from '../../src/common/id.js';

const NUMBERS = [0, 1, 2, 99, 14_285, 171_432, 999_999_999];

describe('an invented report', () => {
  it.each(NUMBERS)('breaks no rule (%d)', (number) => {
    const checked = checkReport(inventedReport(number), '2030-01-01');
    expect(checked.ok && checked.value.identifiers.length).toBe(INDICATORS_PER_REPORT);
    expect(checked.ok && checked.value.notices).toEqual([]);
  });

  it('shares no key with another', () => {
    const hashes = NUMBERS.flatMap((number) => {
      const checked = checkReport(inventedReport(number), '2030-01-01');
      const keys = checked.ok ? checked.value.identifiers.flatMap((identifier) => identifier.keys) : [];
      return [...new Set(keys.map(({ hash }) => hash))];
    });
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('what is asked for', () => {
  it('is every identifier of the register once, and as many that nobody listed', () => {
    const merchantIds = [newId('merchant'), newId('merchant')];
    const asked = askedIdentifiers({ merchantIds });
    expect(asked).toHaveLength(2 * merchantIds.length * IDENTIFIERS_PER_REPORT);
    expect(new Set(asked.map(({ hash }) => hash)).size).toBe(asked.length);
    const holders = asked.map(({ merchantId }) => merchantId);
    expect(holders.filter((_, place) => place % 2 === 1)).toEqual(
      merchantIds.flatMap(() => Array.from({ length: IDENTIFIERS_PER_REPORT }, () => undefined)),
    );
    expect(holders.filter((holder) => holder === merchantIds[0])).toHaveLength(IDENTIFIERS_PER_REPORT);
  });
});
