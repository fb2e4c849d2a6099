import { MerchantModule } from '../../src/merchant/index.js';
import { ReportModule } from '../../src/report/index.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { givenMembers, type TestMember } from '../support/members.js';
import { WRONG_INPUTS } from './wrong-inputs.js';
import { asOwner } from '../support/as-owner.js';

const GOOD_REPORT = {
  reason: 'CSAM_SALE',
  basis: 'TEST_TRANSACTION',
  paymentMethods: ['CARD'],
  legalName: 'Example Parcels Ltd',
  handling: { tlp: 'GREEN' },
};

describe('a wrong report', () => {
  let app: TestApp;
  let reporter: TestMember;

  beforeAll(async () => {
    app = await createTestApp({ modules: [MerchantModule, ReportModule] });
    ({ reporter } = await givenMembers(app, 'reporter'));
  });

  afterAll(() => app.close());

  it('stands in a table of at least 80 rows', () => {
    expect(WRONG_INPUTS.length).toBeGreaterThanOrEqual(80);
    expect(new Set(WRONG_INPUTS.map(({ name }) => name)).size).toBe(WRONG_INPUTS.length);
  });

  it.each(WRONG_INPUTS)(
    'is refused with its code and field: $name',
    async ({ report, clientReference, code, field, says }) => {
      const payload = await reporter.mutate(
        'submitReport',
        {
          clientReference: clientReference ?? 'R-1',
          report: { ...GOOD_REPORT, ...report },
        },
        'report { id }',
      );

      expect(payload).toEqual({
        report: null,
        userErrors: [{ code, field: field.split('.'), message: expect.stringMatching(says) as string }],
      });
    },
  );

  it('leaves nothing behind', async () => {
    const left = await asOwner(app.database, (tx) =>
      tx.query(`select (select count(*)::int from report) as reports, (select count(*)::int from description) as descriptions,
        (select count(*)::int from outbox) as events, (select count(*)::int from audit_entry where action = 'report.submit') as entries`),
    );

    expect(left).toEqual([{ reports: 0, descriptions: 0, events: 0, entries: 0 }]);
  });
});
