import { createTestApp, type TestApp } from '../support/app.js';
import { EVERY_PART } from '../support/every-part.js';
import { givenMembers, type TestMember } from '../support/members.js';
import { asOwner } from '../support/as-owner.js';

const REPORT = {
  reason: 'CSAM_SALE',
  basis: 'TEST_TRANSACTION',
  paymentMethods: ['CARD'],
  handling: { tlp: 'GREEN' },
};

interface Submitted {
  readonly report: { readonly id: string; readonly clientReference: string } | null;
}

describe('reports that come at once', () => {
  let app: TestApp;
  let reporter: TestMember;
  let other: TestMember;

  beforeAll(async () => {
    app = await createTestApp({ modules: EVERY_PART });
    ({ reporter, other } = await givenMembers(app, 'reporter', 'other'));
  });

  afterAll(() => app.close());

  const submit = (member: TestMember, clientReference: string, legalName: string) =>
    member.mutate<Submitted>(
      'submitReport',
      { clientReference, report: { ...REPORT, legalName } },
      'report { id clientReference }',
    );

  it('are each taken once, with an audit entry under its own request', async () => {
    const references = Array.from({ length: 40 }, (_, index) => `AT-ONCE-${index}`);
    const answers = await Promise.all(references.map((reference) => submit(reporter, reference, reference)));
    expect(answers.map(({ report }) => report?.clientReference)).toEqual(references);

    const entries = await asOwner(app.database, (tx) =>
      tx.query<{ requests: number; reports: number }>(
        `select count(distinct a.request_id)::integer as requests, count(distinct r.id)::integer as reports
         from report r join audit_entry a on a.object_ids = array[r.id] and a.action = 'report.submit'
         where r.client_reference like 'AT-ONCE-%'`,
      ),
    );
    expect(entries).toEqual([{ requests: 40, reports: 40 }]);
  });

  it('with one reference are one report, or a conflict where they say something else', async () => {
    const [first, again, different] = await Promise.all([
      submit(reporter, 'TWICE', 'Example Parcels Ltd'),
      submit(reporter, 'TWICE', 'Example Parcels Ltd'),
      submit(reporter, 'TWICE', 'Example Letters Ltd'),
    ]);
    const ids = [first, again, different].flatMap(({ report }) => report?.id ?? []);
    expect(new Set(ids).size).toBe(1);
    const refused = [first, again, different].flatMap(({ userErrors }) => userErrors);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['CLIENT_REFERENCE_CONFLICT']));
    expect(ids.length + refused.length).toBe(3);
  });

  it('of two members are never mixed', async () => {
    const [mine, theirs] = await Promise.all([
      submit(reporter, 'SAME-NAME', 'Example Parcels Ltd'),
      submit(other, 'SAME-NAME', 'Example Letters Ltd'),
    ]);
    expect([mine.userErrors, theirs.userErrors]).toEqual([[], []]);
    expect(mine.report?.id).not.toBe(theirs.report?.id);
  });
});
