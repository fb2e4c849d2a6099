import { encodeCursor } from '../../src/common/page.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { Variables } from '../support/caller.js';
import { EVERY_PART } from '../support/every-part.js';
import { givenCoalition, givenMembers, type TestMember } from '../support/members.js';

const REPORT = {
  reason: 'CSAM_SALE',
  basis: 'TEST_TRANSACTION',
  paymentMethods: ['CARD'],
  legalName: 'Example Parcels Ltd',
  handling: { tlp: 'GREEN' },
};

interface Page {
  readonly reports: {
    readonly nodes: readonly { readonly clientReference: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PAGE =
  'query ($after: Cursor) { reports(first: 2, after: $after) { nodes { clientReference } pageInfo { hasNextPage endCursor } } }';

describe('reading reports', () => {
  let app: TestApp;
  let reporter: TestMember;

  beforeAll(async () => {
    app = await createTestApp({ modules: EVERY_PART });
    ({ reporter } = await givenMembers(app, 'reporter'));
    for (const clientReference of ['R-1', 'R-2', 'R-3', 'R-4', 'R-5']) {
      await reporter.mutate('submitReport', { clientReference, report: REPORT });
      app.clock.advance({ seconds: 1 });
    }
  });

  afterAll(() => app.close());

  it('goes through a list page by page, newest first, each report once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { reports }: Page = await reporter.query<Page>(PAGE, { after });
      seen.push(...reports.nodes.map(({ clientReference }) => clientReference));
      after = reports.pageInfo.hasNextPage ? reports.pageInfo.endCursor : null;
    } while (after !== null);

    expect(seen).toEqual(['R-5', 'R-4', 'R-3', 'R-2', 'R-1']);
  });

  it.each(['junk', encodeCursor(['2026-13-45', 'x']), encodeCursor([1, 2]), encodeCursor(['x'])])(
    'refuses a cursor that the list did not give: %s',
    async (after) => {
      expect(await reporter.errorCodes(PAGE, { after })).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('shows the steps of a life, with what was said at each', async () => {
    const analyst = await reporter.as('COALITION_ANALYST');
    const { report } = await reporter.mutate<{ report: { id: string } }>(
      'submitReport',
      { clientReference: 'R-6', report: { ...REPORT, basis: 'MEMBER_TIP' } },
      'report { id }',
    );
    await analyst.mutate('requestReportInformation', { reportId: report.id, question: 'Which account?' });
    await reporter.mutate('correctReport', {
      reportId: report.id,
      report: { ...REPORT, basis: 'MEMBER_TIP', externalReference: 'T-6' },
    });

    expect(
      await reporter.query(
        'query ($id: ID!) { report(id: $id) { version history { status version note } } }',
        report,
      ),
    ).toEqual({
      report: {
        version: 2,
        history: [
          { status: 'SUBMITTED', version: 1, note: null },
          { status: 'NEEDS_INFO', version: 1, note: 'Which account?' },
          { status: 'SUBMITTED', version: 2, note: null },
        ],
      },
    });
  });

  it('takes a report again with the same content, as it stands by now, and names what differs in another', async () => {
    const again = await reporter.mutate<{ report: { version: number } | null }>(
      'submitReport',
      { clientReference: 'R-1', report: { ...REPORT, legalName: ' example  parcels LTD. ' } },
      'report { version }',
    );
    const other = await reporter.mutate('submitReport', {
      clientReference: 'R-1',
      report: { ...REPORT, reason: 'CSAM_ADVERTISING' },
    });

    expect(again).toEqual({ report: { version: 1 }, userErrors: [] });
    expect(other.userErrors).toEqual([
      {
        code: 'CLIENT_REFERENCE_CONFLICT',
        field: ['report', 'reason'],
        message: expect.stringContaining('reason') as string,
      },
    ]);
  });

  it('takes a report again after a member that it names is gone', async () => {
    const { named } = await givenMembers(app, 'named');
    const { admin } = await givenCoalition(app);
    const report = { ...REPORT, handling: { tlp: 'RED', namedMemberIds: [named.id] } };
    const send = (sent: Variables): Promise<{ readonly report: { readonly id: string } | null }> =>
      reporter.mutate('submitReport', { clientReference: 'R-RED', report: sent }, 'report { id }');
    const first = await send(report);
    await admin.mutate('suspendMember', { memberId: named.id, reason: 'As the test says.' });

    expect(await send(report)).toEqual(first);
    expect(await send({ ...report, legalName: 'Example Letters Ltd' })).toMatchObject({
      userErrors: [{ code: 'CLIENT_REFERENCE_CONFLICT' }],
    });
  });
});
