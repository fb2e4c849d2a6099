import { ClientAccounts } from '../src/auth/index.js';
import { SpecHome } from '../src/cli/spec-terminal.js';
import { toGlobalId } from '../src/common/id.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { rules } from './support/disputes.js';
import { kindsTold } from './support/events.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { noticesOf, serves } from './support/notices.js';
import { recallsOf } from './support/recalls.js';
import { anIban, createRegister, settled } from './support/register.js';
import { untold } from './support/untold.js';

/** The bank of every account that `anIban` gives. */
const BANK = 'NLTEST';
const SCOPES = ['report:submit', 'report:read', 'screening:run', 'screening:read', 'indicator:read'];
const ALL_SCOPES = [
  ...SCOPES,
  'disposition:record',
  'action:record',
  'action:read',
  'dispute:file',
  'dispute:answer',
  'dispute:read',
  'alert:read',
  'alert:acknowledge',
];

interface Said {
  readonly dispute: { readonly id: string };
  readonly outcome: string;
  readonly matches: readonly { readonly merchantId: string; readonly disputed: boolean }[];
}

/** One listing from its report to its recall, over HTTP and by the command line, as those who take part in it do it. */
describe('the story of a listing', () => {
  let app: TestApp;
  let reporter: TestMember;
  let bank: TestMember;
  let acquirer: TestMember;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;
  const homes: SpecHome[] = [];

  beforeAll(async () => {
    app = await createRegister();
    ({ reporter, bank, acquirer } = await givenMembers(app, 'reporter', 'bank', 'acquirer'));
    coalition = await givenCoalition(app);
    await serves(bank, 'IBAN_BANK', BANK);
  });

  afterAll(async () => {
    await Promise.all(homes.map((home) => home.remove()));
    await app.close();
  });

  /** A member's command line, signed in as one of its machines. */
  async function commandLineOf({ memberId }: TestMember): Promise<(...args: string[]) => Promise<Said>> {
    const home = await SpecHome.make();
    homes.push(home);
    const { clientId, secret = '' } = await asOwner(app.database, (tx) =>
      app.nest.get(ClientAccounts).create(tx, { memberId, name: 'A machine', scopes: ALL_SCOPES }),
    );
    const run = async (args: string[], answers: string[] = []): Promise<string> => {
      const { exitCode, stdout, stderr } = await home.run(args, { answers });
      if (exitCode !== 0) throw new Error(`cordon ${args.join(' ')}: ${stderr}`);
      return stdout;
    };
    await run(['login', '--url', app.url, '--client-id', toGlobalId('client', clientId)], [secret]);
    return async (...args) => {
      const said = JSON.parse(await run([...args, '--json'])) as Said | readonly Said[];
      await settled(app);
      return (Array.isArray(said) ? said[0] : said) as Said;
    };
  }

  it('is reported, noticed, traced, terminated, screened elsewhere, disputed, upheld, recalled and acknowledged', async () => {
    const [atReporter, atBank, atAcquirer] = [
      await commandLineOf(reporter),
      await commandLineOf(bank),
      await commandLineOf(acquirer),
    ];
    const account = anIban();
    const screen = (): Promise<Said> =>
      atAcquirer('screen', '--purpose', 'ONBOARDING', '--identifier', `IBAN=${account}`);
    expect(await screen()).toMatchObject({ outcome: 'CLEAR' });

    // Reported, and noticed by the bank of the account.
    await atReporter(
      ...[
        'report',
        'submit',
        '--client-reference',
        'STORY-1',
        '--reason',
        'CSAM_SALE',
        '--basis',
        'TEST_TRANSACTION',
      ],
      ...['--payment-methods', 'SEPA', '--tlp', 'AMBER', '--iban', account],
    );
    const [notice] = await noticesOf(bank);
    expect(notice).toMatchObject({ reason: 'CSAM_SALE', ranges: [{ kind: 'IBAN_BANK', value: BANK }] });
    await atBank('alert', 'acknowledge', notice?.alert.id ?? '');

    // Traced and terminated there.
    const onNotice = ['--notice', notice?.id ?? ''];
    await atBank(
      'disposition',
      'record',
      ...onNotice,
      '--assessment',
      'SAME_MERCHANT',
      '--rationale',
      'The account is our customer’s.',
    );
    await atBank(
      'action',
      'record',
      ...onNotice,
      '--kind',
      'TERMINATED',
      '--client-reference',
      'STORY-A',
      '--effective-on',
      app.clock.now().toISOString().slice(0, 10),
      '--accounts-closed',
      '1',
    );
    expect((await noticesOf(bank))[0]).toMatchObject({ status: 'ANSWERED' });

    // Found elsewhere, and disputed there.
    const found = await screen();
    expect(found).toMatchObject({ outcome: 'MATCHES', matches: [{ disputed: false }] });
    const { dispute } = await atAcquirer(
      ...[
        'dispute',
        'file',
        '--merchant',
        found.matches[0]?.merchantId ?? '',
        '--grounds',
        'MISTAKEN_IDENTITY',
      ],
      ...['--statement', 'Our merchant has bought the account since.', '--client-reference', 'STORY-D'],
    );
    expect(await screen()).toMatchObject({ outcome: 'MATCHES', matches: [{ disputed: true }] });
    await atReporter(
      'dispute',
      'answer',
      dispute.id,
      '--answer',
      'STAND_BY',
      '--statement',
      'We paid and were served.',
    );

    // Upheld by two analysts; ended everywhere at once.
    await rules(app, [coalition.analyst, coalition.otherAnalyst], dispute.id, 'UPHELD');
    expect(await screen()).toMatchObject({ outcome: 'CLEAR' });

    // Recalled from whoever had it, beside what the bank did on account of it.
    const [atTheBank] = await recallsOf(bank);
    const [atTheAcquirer] = await recallsOf(acquirer);
    expect([atTheBank?.reason, atTheAcquirer?.reason]).toEqual(['RULED_OUT', 'RULED_OUT']);
    const recallId = atTheBank?.id;
    const { recall } = await bank.query<{ recall: { derivedActions: { kind: string }[] } }>(
      'query ($id: ID!) { recall(id: $id) { derivedActions { kind } } }',
      { id: recallId },
    );
    expect(recall.derivedActions).toEqual([{ kind: 'TERMINATED' }]);
    await atBank('alert', 'acknowledge', atTheBank?.alert.id ?? '');
    await atAcquirer('alert', 'acknowledge', atTheAcquirer?.alert.id ?? '');
    const { recallProgress } = await coalition.analyst.query<{ recallProgress: unknown }>(
      'query ($id: ID!) { recallProgress(id: $id) { recipients acknowledged waiting { nodes { memberId } } } }',
      { id: recallId },
    );
    expect(recallProgress).toEqual({ recipients: 2, acknowledged: 2, waiting: { nodes: [] } });

    // Each member was told of its own part by its events, and of everything once.
    const toldToReporter = ['REPORT_ACCEPTED', 'DISPUTE_ANSWER_ASKED', 'ALERT_RAISED', 'DISPUTE_ANSWERED'];
    expect(await kindsTold(app, reporter)).toEqual([
      ...toldToReporter,
      ...['DISPUTE_IN_REVIEW', 'ALERT_CLOSED', 'DISPUTE_RULED'],
    ]);
    expect(await kindsTold(app, acquirer)).toEqual([
      ...['DISPUTE_FILED', 'DISPUTE_IN_REVIEW', 'DISPUTE_RULED'],
      ...['ALERT_RAISED', 'RECALL_RAISED', 'ALERT_ACKNOWLEDGED'],
    ]);
    expect(await untold(app.database)).toEqual([]);

    expect(await auditTrail()).toEqual([
      'report.submit',
      'alert.acknowledge',
      'disposition.record',
      'action.record',
      'dispute.file',
      'dispute.answer',
      'dispute.approve-ruling',
      'dispute.approve-ruling',
      'alert.acknowledge',
      'alert.acknowledge',
    ]);
  });

  /** What was done, as the auditor reads it, earliest first and without what was only read. */
  async function auditTrail(): Promise<readonly string[]> {
    const { auditEntries } = await coalition.auditor.query<{ auditEntries: { nodes: { action: string }[] } }>(
      '{ auditEntries(first: 100) { nodes { action } } }',
    );
    const acts = new Set([
      ...['report.submit', 'alert.acknowledge', 'disposition.record', 'action.record'],
      ...['dispute.file', 'dispute.answer', 'dispute.approve-ruling'],
    ]);
    return auditEntries.nodes
      .map(({ action }) => action)
      .filter((action) => acts.has(action))
      .toReversed();
  }
});
