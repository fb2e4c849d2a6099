import { runAdmin } from '../src/cli/admin/admin-program.js';
import type { Ran } from '../src/cli/spec-terminal.js';
import { specTerminal } from '../src/cli/spec-terminal.js';
import { toGlobalId, type UserId } from '../src/common/id.js';
import { Config } from '../src/config/index.js';
import type { TestApp } from './support/app.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';
import { asOwner } from './support/as-owner.js';

const WHY = ['--reason', 'As the test says.'];
const NONE = 'AAAAAAAAAAAAAAAAAAAAAA';

/** cordon-admin review, against the database of a service that runs. */
describe('cordon-admin review', () => {
  let app: TestApp;
  let reporter: TestMember;
  let email: string;
  let numbers = 3_000_000;

  beforeAll(async () => {
    app = await createRegister();
    ({ reporter } = await givenMembers(app, 'reporter'));
    await givenCoalition(app);
    const [person] = await asOwner(app.database, (tx) =>
      tx.query<{ email: string }>(
        `select email from app_user where 'COALITION_ANALYST' = any (roles) limit 1`,
      ),
    );
    email = person?.email ?? '';
  });

  afterAll(() => app.close());

  async function review(args: readonly string[], answers?: readonly string[]): Promise<Ran> {
    const { databaseUrl, secretKey } = app.nest.get(Config);
    const terminal = {
      ...specTerminal(
        {
          NODE_ENV: 'test',
          DATABASE_URL: databaseUrl,
          CORDON_SECRET_KEY: secretKey.toString('base64'),
          CORDON_LOG_LEVEL: 'silent',
        },
        { answers: answers ?? [] },
      ),
      interactive: answers !== undefined,
    };
    const exitCode = await runAdmin(['review', ...args], terminal);
    await settled(app);
    return { exitCode, stdout: terminal.written.stdout, stderr: terminal.written.stderr };
  }

  async function asAnalyst(...args: string[]): Promise<Ran & { readonly result: Record<string, unknown> }> {
    const ran = await review([...args, '--as', email, '--json']);
    return { ...ran, result: JSON.parse(ran.stdout === '' ? '{}' : ran.stdout) as Record<string, unknown> };
  }

  /** Two merchants under one account with two company numbers. */
  async function aPossibleMatch(): Promise<{ id: string; merchantIds: string[]; reportIds: string[] }> {
    const identifiers = [{ type: 'IBAN', value: anIban() }];
    const reportIds: string[] = [];
    for (let side = 0; side < 2; side += 1) {
      app.clock.advance({ seconds: 1 });
      numbers += 1;
      const company = { type: 'COMPANY_REG_NO', scope: 'GB', value: `0${numbers}` };
      reportIds.push(
        await reports(
          reporter,
          aReport({ legalName: 'Vandrel Prints Ltd', identifiers: [...identifiers, company] }),
        ),
      );
    }
    await settled(app);
    const { result } = await asAnalyst('list', '--limit', '100');
    const nodes = result['nodes'] as {
      id: string;
      left: Record<string, string>;
      right: Record<string, string>;
    }[];
    const found = nodes.find(({ left }) => reportIds.includes(left['reportId'] ?? ''));
    return {
      id: found?.id ?? '',
      merchantIds: [found?.left['merchantId'] ?? '', found?.right['merchantId'] ?? ''],
      reportIds,
    };
  }

  it('lists, shows and decides, and undoes what was decided, as the analyst named', async () => {
    const { id } = await aPossibleMatch();
    const shown = await review(['show', id, '--as', email]);
    expect(shown.stdout).toMatch(/names +VANDREL PRINTS LTD +VANDREL PRINTS LTD/);
    expect(shown.stdout).toMatch(/differs: COMPANY_REG_NO .* \(a merchant has only one\)/);

    const decided = await asAnalyst('decide', id, '--verdict', 'same', ...WHY);
    expect(decided).toMatchObject({
      exitCode: 0,
      result: { kind: 'MATCH', verdict: 'SAME', possibleMatchId: id },
    });
    const undone = await asAnalyst('undo', decided.result['id'] as string, ...WHY);
    expect(undone.result['undoneReason']).toBe('As the test says.');

    const [act] = await asOwner(app.database, (tx) =>
      tx.query<{ requestId: string; by: UserId }>(
        `select request_id as "requestId", principal_id as by from audit_entry where action = 'decision.undo'`,
      ),
    );
    expect(act?.requestId).toMatch(/^cordon-admin-/);
    expect(act && toGlobalId('user', act.by)).toBe(decided.result['decidedBy']);
  });

  it('merges and splits, lists the decisions and counts them', async () => {
    const { merchantIds, reportIds } = await aPossibleMatch();
    const merged = await asAnalyst('merge', ...merchantIds, ...WHY);
    expect(merged.result).toMatchObject({ kind: 'MERGE', verdict: 'SAME' });
    const split = await asAnalyst('split', merchantIds[1] ?? '', '--reports', reportIds[1] ?? '', ...WHY);
    expect(split.result).toMatchObject({ kind: 'SPLIT', reportIds: [reportIds[1]] });

    const again = await review(['merge', ...merchantIds, ...WHY, '--as', email]);
    expect(again.exitCode).toBe(3);
    expect(again.stderr).toContain(split.result['id']);
    expect(again.stderr).toContain('[JUDGED_DIFFERENT]');

    const listed = await review(['decisions', '--as', email, '--limit', '2']);
    expect(listed.stdout.trimEnd().split('\n')).toHaveLength(3);
    expect((await review(['figures', '--as', email])).stdout).toMatch(/pairs judged by two or more +\d/);
  });

  it('asks about one after the other until the analyst ends it', async () => {
    await aPossibleMatch();
    const { id } = await aPossibleMatch();
    const count = async (): Promise<number> =>
      ((await asAnalyst('list', '--limit', '100')).result['nodes'] as unknown[]).length;
    const before = await count();

    const answers = Array.from({ length: before - 1 }, () => 'skip');
    const session = await review(
      ['--as', email],
      [...answers, 'perhaps', 's', 'diff', ' ', 'Two owners.', 'quit'],
    );

    expect(session).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Decided: 1.') as string });
    expect(session.stderr).toContain('Type same, different, unsure, skip or quit');
    expect(session.stderr).toContain('reason: Write at least a word. [REQUIRED]');
    expect(session.stdout).toContain(id);
    expect(await count()).toBe(before - 1);
  });

  it.each([
    ['nobody named', ['list'], 2, "required option '--as <email>' not specified"],
    ['nobody named at the questions', [], 2, 'Say by --as who decides'],
    [
      'somebody who is no analyst',
      ['list', '--as', 'eve@outside.example'],
      4,
      'not the address of an active',
    ],
    ['no terminal to ask at', ['--as', 'eve@outside.example'], 2, 'There is no terminal'],
    ['an id of another kind', ['show', `rpt_${NONE}`, '--as', 'x'], 2, 'no id of a possible match'],
    [
      'a verdict that is none',
      ['decide', `jdg_${NONE}`, '--verdict', 'no', '--as', 'x'],
      2,
      'Allowed choices are',
    ],
    ['nothing to decide about', ['decide', '--verdict', 'same', '--as', 'x', ...WHY], 2, 'Give either'],
    ['one merchant to merge', ['merge', `mer_${NONE}`, '--as', 'x', ...WHY], 2, 'Give 2 to 10 merchants'],
    ['too many rows', ['list', '--limit', '1000', '--as', 'x'], 2, 'whole number from 1 to 100'],
  ])('tells what is wrong: %s', async (_what, args, exitCode, sentence) => {
    const ran = await review(args);

    expect(ran).toMatchObject({ exitCode, stderr: expect.stringContaining(sentence) as string });
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
  });

  it('refuses a possible match and a decision that are not there', async () => {
    const absent = toGlobalId('judgement', '00000000-0000-4000-8000-000000000000' as never);

    expect(await review(['show', absent, '--as', email])).toMatchObject({ exitCode: 3 });
    expect((await asAnalyst('decide', absent, '--verdict', 'same', ...WHY)).result).toEqual({
      refusals: [
        { code: 'NOT_FOUND', field: ['possibleMatchId'], message: 'There is no such possible match.' },
      ],
    });
  });
});
