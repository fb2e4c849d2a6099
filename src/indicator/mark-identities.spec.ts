import { aListedReport, iban, IBANS } from '../../test/support/listed-report.js';
import { markIdentities } from './mark-identities.js';

const NOW = new Date('2026-06-03T00:00:00Z');
const misused = {
  reason: 'MERCHANT_IDENTITY_MISUSED',
  acceptedAt: new Date('2026-06-02T12:00:00Z'),
} as const;

describe('the marker of a misused identity', () => {
  it('is made of what names the firm, for a year from the week of its report', () => {
    const report = aListedReport({
      ...misused,
      subject: { legalName: 'Velmora Parcels Ltd', identifiers: [iban(IBANS[0])] },
    });
    const [marker, ...others] = markIdentities([report], new Set(), NOW);
    expect(others).toEqual([]);
    expect(marker).toMatchObject({
      reportId: report.reportId,
      handlingScopeId: report.handlingScopeId,
      validUntil: new Date('2027-06-01T00:00:00Z'),
    });
  });

  it('is made of no other reason, of no shared value, and not when its year is over', () => {
    const report = aListedReport({ ...misused, identifiers: [iban(IBANS[0])] });
    const hashes = new Set(markIdentities([report], new Set(), NOW).map(({ hash }) => hash));
    expect(hashes.size).toBe(1);
    expect(markIdentities([report], hashes, NOW)).toEqual([]);
    expect(markIdentities([report], new Set(), new Date('2027-06-01T00:00:00Z'))).toEqual([]);
    expect(markIdentities([aListedReport({ identifiers: [iban(IBANS[0])] })], new Set(), NOW)).toEqual([]);
  });
});
