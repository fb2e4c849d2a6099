import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import iconv from 'iconv-lite';
import { generateSync } from 'otplib';
import { ClientAccounts, UserAccounts } from '../src/auth/index.js';
import { newId, toGlobalId } from '../src/common/id.js';
import { SpecHome } from '../src/cli/spec-terminal.js';
import { EventSequencer } from '../src/event/index.js';
import type { TestApp } from './support/app.js';
import { givenGroup, givenMember, type TestMember } from './support/members.js';
import { anIban, createRegister, settled } from './support/register.js';
import { asOwner } from './support/as-owner.js';

const SCOPES = ['report:submit', 'report:read', 'screening:run', 'screening:read', 'indicator:read'];
const HEADER =
  'client_reference,reason,basis,external_reference,payment_methods,tlp,legal_name,country,website,phone,iban,narrative,observed_from,sharing_group';

let app: TestApp;

beforeAll(async () => {
  app = await createRegister();
});

afterAll(() => app.close());

/** A member with a folder of its own and a machine that is signed in there. */
class Desk {
  private constructor(
    readonly member: TestMember,
    readonly home: SpecHome,
  ) {}

  static async open(scopes = SCOPES): Promise<Desk> {
    const member = await givenMember(app, { name: 'desk' });
    const desk = new Desk(member, await SpecHome.make());
    const { clientId, secret = '' } = await asOwner(app.database, (tx) =>
      app.nest.get(ClientAccounts).create(tx, { memberId: member.memberId, name: 'A machine', scopes }),
    );
    const args = ['login', '--url', app.url, '--client-id', toGlobalId('client', clientId)];
    const signedIn = await desk.home.run(args, { answers: [secret] });
    if (signedIn.exitCode !== 0) throw new Error(signedIn.stderr);
    return desk;
  }

  async file(name: string, ...rows: readonly string[]): Promise<string> {
    await writeFile(this.home.path(name), `${[HEADER, ...rows].join('\n')}\n`);
    return this.home.path(name);
  }

  /** Runs a command with `--json`. */
  async run(...args: string[]): Promise<{ exitCode: number; result: unknown; stderr: string }> {
    const { exitCode, stdout, stderr } = await this.home.run([...args, '--json']);
    return { exitCode, stderr, result: stdout === '' ? undefined : JSON.parse(stdout) };
  }

  /** The client references of the member's reports, as the service lists them. */
  async references(): Promise<string[]> {
    const { result } = await this.run('report', 'list', '--limit', '1000');
    return (result as { clientReference: string }[]).map(({ clientReference }) => clientReference).sort();
  }
}

let desks: Desk[] = [];

async function givenDesk(scopes?: string[]): Promise<Desk> {
  const desk = await Desk.open(scopes);
  desks.push(desk);
  return desk;
}

afterEach(async () => {
  await Promise.all(desks.map(({ home }) => home.remove()));
  desks = [];
});

/** A port on which nobody listens now. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function rows(count: number): string[] {
  return Array.from(
    { length: count },
    (_, n) =>
      `R${n},CSAM_SALE,TEST_TRANSACTION,,CARD,AMBER,Shop ${n},NL,https://shop${n}.example,+31 6 1234 ${1000 + n},,,2026-01-05,`,
  );
}

describe('cordon', () => {
  it('says who is signed in and what they may do', async () => {
    const desk = await givenDesk();

    expect((await desk.run('whoami')).result).toMatchObject({
      member: { id: desk.member.id, name: desk.member.name },
      client: { name: 'A machine' },
      permissions: expect.arrayContaining(SCOPES) as string[],
    });
  });

  it('imports a file, gives refused rows back to be mended, takes them then, and takes everything only once', async () => {
    const desk = await givenDesk();
    const good = rows(12);
    const bad = [
      'B1,OTHER,TEST_TRANSACTION,,CARD,AMBER,Bad 1,,,,,,,',
      'B2,CSAM_SALE,TEST_TRANSACTION,,CARD,AMBER,Bad 2,,,,NL00TEST0000000001,,,',
      'B3,CSAM_SALE,TEST_TRANSACTION,,CARD,AMBER,Bad 3,,com,,,,,',
      'B4,CSAM_SALE,TEST_TRANSACTION,,CARD,AMBER,Bad 4,,bad4.example,+31 6 12,,,,',
      'B5,CSAM_SALE,TEST_TRANSACTION,,CARD,AMBER,Bad 5,,bad5.example,,,4111 1111 1111 1111,,',
      'B6,CSAM_SALE,TEST_TRANSACTION,,CARD,AMBER,Bad 6,,bad6.example,,,,2031-02-30,',
      'B7,CSAM_SALE,TEST_TRANSACTION,,CARD,AMBER,Bad 7,,bad7.example,,,,,no such group',
      'B8,CSAM_SALE,TEST_TRANSACTION,,CARD,AMBER,,,,,,,,',
      'B9,CSAM_SALE,TEST_TRANSACTION,,CARD,AMBER,Bad 9,,bad9.example,,,,2199-01-01,',
      'B10,CSAM_SALE,TEST_TRANSACTION,,CARD,AMBER,Bad 10,QQ,bad10.example,,,,,',
    ];
    const path = 'K1,CSAM_SALE,TEST_TRANSACTION,,CARD,AMBER,Kept,,https://kept.example/m/checkout?id=7,,,,,';
    const file = await desk.file('reports.csv', ...good, path, ...bad);

    const first = await desk.run('report', 'import', file);

    expect(first).toMatchObject({
      exitCode: 3,
      result: { rows: 23, taken: 13, refused: 10, notices: { URL_PATH_DROPPED: 1 } },
    });
    const errors = await readFile(desk.home.path('reports.errors.csv'), 'utf8');
    const told = errors
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => /^(B\d+),.*,(\d+),([A-Z_]+),([a-z_]+),/.exec(line)?.slice(1).join(' '));
    expect(told).toEqual([
      'B1 15 UNKNOWN_CODE reason',
      'B2 16 INVALID_CHECK_DIGITS iban',
      'B3 17 PUBLIC_SUFFIX website',
      'B4 18 NOT_PLAUSIBLE phone',
      'B5 19 CARD_NUMBER narrative',
      'B6 20 INVALID_DATE observed_from',
      'B7 21 UNKNOWN_SHARING_GROUP sharing_group',
      'B8 22 NO_IDENTIFIER identifiers',
      'B9 23 INVALID_DATE observed_from',
      'B10 24 UNKNOWN_COUNTRY country',
    ]);

    const mended = errors
      .replace('B1,OTHER', 'B1,CSAM_SALE')
      .replace('NL00TEST0000000001', anIban())
      .replace(',com,', ',bad3.example,')

      .replace("bad4.example,'+31 6 12", 'bad4.example,+31 6 1234 5678')
      .replace('4111 1111 1111 1111', 'left out')
      .replace('2031-02-30', '2026-02-28')
      .replace('no such group', '')
      .replace('AMBER,,,,,,,,', 'AMBER,Bad 8,,bad8.example,,,,,')
      .replace('2199-01-01', '2026-01-01')
      .replace(',QQ,', ',NL,');
    await writeFile(desk.home.path('reports.errors.csv'), mended);
    expect(await desk.run('report', 'import', desk.home.path('reports.errors.csv'))).toMatchObject({
      exitCode: 0,
      result: { rows: 10, taken: 10, refused: 0 },
    });

    const all = [...good, path, ...bad].map((row) => row.split(',')[0]).sort();
    expect(await desk.references()).toEqual(all);
    expect(await desk.run('report', 'import', await desk.file('again.csv', ...good, path))).toMatchObject({
      exitCode: 0,
      result: { taken: 13 },
    });
    expect(await desk.references()).toEqual(all);
  });

  it('names the conflict when a reference comes again with other content', async () => {
    const desk = await givenDesk();
    const [row = ''] = rows(1);
    await desk.run('report', 'import', await desk.file('first.csv', row));

    const again = await desk.run(
      'report',
      'import',
      await desk.file('again.csv', row.replace('CSAM_SALE', 'CSAM_LIVESTREAM')),
    );

    expect(again).toMatchObject({ exitCode: 3, result: { refusals: { CLIENT_REFERENCE_CONFLICT: 1 } } });
    expect(await readFile(desk.home.path('again.errors.csv'), 'utf8')).toContain(
      ',CLIENT_REFERENCE_CONFLICT,reason,',
    );
  });

  it('finds a sharing group by its name', async () => {
    const desk = await givenDesk();
    const group = await givenGroup(app, desk.member);
    const { result } = await desk.run(
      'report',
      'import',
      await desk.file('no.csv', `${rows(1)[0] ?? ''}unknown`),
    );
    expect(result).toMatchObject({ refusals: { UNKNOWN_SHARING_GROUP: 1 } });
    const names = await desk.member.query<{ sharingGroups: { nodes: { id: string; name: string }[] } }>(
      '{ sharingGroups { nodes { id name } } }',
    );
    const name = names.sharingGroups.nodes.find(({ id }) => id === group)?.name ?? '';

    expect(
      await desk.run('report', 'import', await desk.file('yes.csv', `${rows(1)[0] ?? ''}${name}`)),
    ).toMatchObject({
      exitCode: 0,
    });
    expect((await desk.run('report', 'show', 'R0')).result).toMatchObject({
      handling: { sharingGroupId: group },
    });
  });

  it('is killed in the middle and goes on without losing or doubling a report', async () => {
    const desk = await givenDesk();
    const file = await desk.file('reports.csv', ...rows(300));
    const journals = desk.home.path('state/cordon/imports');
    const env = { XDG_CONFIG_HOME: desk.home.path('config'), XDG_STATE_HOME: desk.home.path('state') };
    const args = [
      '--import',
      './test/support/typescript-hooks.js',
      'src/cli/cordon.ts',
      'report',
      'import',
      file,
    ];
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
    const ended = once(child, 'exit');
    let taken = 0;
    while (taken < 40 && child.exitCode === null) {
      await sleep(10);
      const [journal] = await readdir(journals).catch(() => []);
      taken =
        journal === undefined ? 0 : (await readFile(`${journals}/${journal}`, 'utf8')).split('\n').length;
    }
    child.kill('SIGKILL');
    await ended;

    const resumed = await desk.run('report', 'import', file);

    expect(resumed).toMatchObject({ exitCode: 0, result: { rows: 300, taken: 300 } });
    expect((resumed.result as { resumed: number }).resumed).toBeGreaterThanOrEqual(39);
    expect(await desk.references()).toEqual(
      rows(300)
        .map((row) => row.split(',')[0])
        .sort(),
    );
  }, 60_000);

  it('reads a file of Western Windows with semicolons, and one of UTF-16', async () => {
    const desk = await givenDesk();
    const text = (reference: string): string =>
      `client_reference;reason;basis;payment_methods;tlp;legal_name;city\n${reference};CSAM_SALE;MEMBER_TIP;CARD;GREEN;Größe & Söhne GmbH;Köln\n`;
    await writeFile(desk.home.path('windows.csv'), iconv.encode(text('W1'), 'windows-1252'));
    await writeFile(desk.home.path('utf16.csv'), iconv.encode(text('W2'), 'utf-16le', { addBOM: true }));

    for (const name of ['windows.csv', 'utf16.csv'])
      expect(await desk.run('report', 'import', desk.home.path(name))).toMatchObject({ exitCode: 0 });

    for (const reference of ['W1', 'W2'])
      expect((await desk.run('report', 'show', reference)).result).toMatchObject({
        identifiers: expect.arrayContaining([
          expect.objectContaining({
            type: 'LEGAL_NAME',
            display: 'GRÖSSE & SÖHNE GMBH',
          }),
        ]) as unknown[],
      });
  });

  it('sends, shows and withdraws one report', async () => {
    const desk = await givenDesk();
    const flags = [
      '--client-reference',
      'S1',
      '--reason',
      'CSAM_SALE',
      '--basis',
      'HOTLINE_REFERRAL',
      '--tlp',
      'AMBER',
    ];

    const sent = await desk.home.run([
      'report',
      'submit',
      ...flags,
      '--payment-methods',
      'CARD',
      '--website',
      'https://one.example/pay?x=1',
    ]);
    expect(sent).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--website') as string });

    const shown = await desk.home.run(['report', 'show', 'S1']);
    expect(shown.stdout).toContain('one[.]example');
    expect(await desk.run('report', 'withdraw', 'S1', '--reason', 'another was meant')).toMatchObject({
      exitCode: 0,
      result: { report: { status: 'WITHDRAWN' } },
    });
    expect(await desk.run('report', 'withdraw', 'S1', '--reason', 'again')).toMatchObject({ exitCode: 3 });
    expect(await desk.home.run(['report', 'show', 'nothing'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('There is no report "nothing"') as string,
    });
  });

  it('names the flag that a refused report must mend', async () => {
    const desk = await givenDesk();
    const { exitCode, stderr } = await desk.home.run([
      'report',
      'submit',
      '--client-reference',
      'S2',
      '--reason',
      'CSAM_SALE',
      '--basis',
      'MEMBER_TIP',
      '--tlp',
      'GREEN',
      '--payment-methods',
      'SEPA',
      '--iban',
      'GB82WEST12345698765431',
    ]);

    expect(exitCode).toBe(3);
    expect(stderr).toContain('--iban: ');
    expect(stderr).toContain('[INVALID_CHECK_DIGITS]');
  });

  it('screens a merchant that another member reported, and a whole file', async () => {
    const reporter = await givenDesk();
    const screener = await givenDesk();
    const iban = anIban();
    const row = `X1,CSAM_SALE,HOTLINE_REFERRAL,H-1,CARD,AMBER,Lorvane Imports Ltd,NL,,,${iban},,,`;
    await reporter.run('report', 'import', await reporter.file('reports.csv', row));
    await settled(app);

    const one = await screener.home.run([
      'screen',
      '--purpose',
      'ONBOARDING',
      '--iban',
      iban,
      '--fail-on-match',
    ]);
    expect(one.exitCode).toBe(10);
    for (const told of ['STRONG', 'CSAM_SALE', 'IBAN', 'EXACT', 'lead, not a verdict'])
      expect(one.stdout).toContain(told);
    expect(
      await screener.home.run(['screen', '--purpose', 'ONBOARDING', '--iban', anIban(), '--fail-on-match']),
    ).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('No match') as string,
    });
    expect(
      await screener.home.run(['screen', '--purpose', 'ONBOARDING', '--iban', 'GB82WEST12345698765431']),
    ).toMatchObject({
      exitCode: 3,
      stdout: expect.stringContaining('--iban') as string,
    });

    const lines = Array.from(
      { length: 150 },
      (_, n) => `M${n},Nobody ${n},${n === 120 ? iban : n === 7 ? 'NL00BAD' : anIban()}`,
    );
    await writeFile(
      screener.home.path('portfolio.csv'),
      `client_reference,legal_name,iban\n${lines.join('\n')}\n`,
    );
    const out = screener.home.path('results.csv');
    const file = await screener.run(
      'screen',
      'file',
      screener.home.path('portfolio.csv'),
      '--purpose',
      'PERIODIC_REVIEW',
      '--out',
      out,
    );
    expect(file).toMatchObject({ exitCode: 3, result: { rows: 150, matches: 1, refused: 1 } });
    const results = (await readFile(out, 'utf8')).trimEnd().split('\n').slice(1);
    expect(results.map((line) => line.split(',')[1])).toEqual(lines.map((line) => line.split(',')[0]));
    expect(results[120]).toMatch(/^122,M120,MATCHES,STRONG,mer_/);
    expect(results[7]).toMatch(/^9,M7,REFUSED,NONE,.*iban: /);
  });

  it('pulls the feed into a file and goes on where it stopped', async () => {
    const reporter = await givenDesk();
    const reader = await givenDesk();
    const pull = (): ReturnType<Desk['run']> =>
      reader.run('indicators', 'pull', '--purpose', 'TRANSACTION', '--out', reader.home.path('feed.jsonl'));
    const first = await pull();
    expect(first.exitCode).toBe(0);
    const row = `F1,CSAM_SALE,HOTLINE_REFERRAL,H-2,CARD,AMBER,,NL,https://followed.example,,,,,`;
    await reporter.run('report', 'import', await reporter.file('reports.csv', row));
    await settled(app);

    const second = await pull();
    const third = await pull();

    expect((second.result as { changes: number }).changes).toBeGreaterThanOrEqual(1);
    expect(third.result).toMatchObject({ changes: 0 });
    const lines = (await readFile(reader.home.path('feed.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({
        kind: 'LISTED',
        indicator: expect.objectContaining({ type: 'DOMAIN', display: 'followed[.]example' }) as unknown,
      }),
    );
  });

  it('pulls what concerns the member into a file, all of it or by kinds, and goes on where it stopped', async () => {
    const desk = await givenDesk([...SCOPES, 'event:read']);
    const pull = async (name: string, ...args: string[]): Promise<{ exitCode: number; kinds: unknown[] }> => {
      await app.nest.get(EventSequencer).sequence();
      const { exitCode } = await desk.run('events', 'pull', '--out', desk.home.path(name), ...args);
      const lines = (await readFile(desk.home.path(name), 'utf8')).split('\n').filter((line) => line !== '');
      return { exitCode, kinds: lines.map((line) => (JSON.parse(line) as { kind: string }).kind) };
    };
    const row = `E1,CSAM_SALE,HOTLINE_REFERRAL,H-3,CARD,AMBER,,NL,https://told.example,,,,,`;
    await desk.run('report', 'import', await desk.file('reports.csv', row));
    expect(await pull('all.jsonl')).toEqual({ exitCode: 0, kinds: ['REPORT_ACCEPTED'] });
    const [{ id }] = (await desk.run('report', 'list')).result as [{ id: string }];
    await desk.run('report', 'withdraw', id, '--reason', 'We were mistaken.');
    expect(await pull('all.jsonl')).toEqual({ exitCode: 0, kinds: ['REPORT_ACCEPTED', 'REPORT_WITHDRAWN'] });
    const withdrawn = ['--kinds', 'REPORT_WITHDRAWN', 'REPORT_REJECTED'];
    expect(await pull('some.jsonl', ...withdrawn)).toEqual({ exitCode: 0, kinds: ['REPORT_WITHDRAWN'] });
    expect(await pull('some.jsonl')).toMatchObject({ exitCode: 2 });
    const lines = (await readFile(desk.home.path('some.jsonl'), 'utf8')).split('\n');
    expect(Object.keys(JSON.parse(lines[0] ?? '') as object)).toEqual(['id', 'kind', 'at', 'reportId']);
  });

  it('signs a person in and renews the session when the access token has ended', async () => {
    const home = await SpecHome.make();
    const member = await givenMember(app);
    const email = `${newId('user')}@person.example`;
    const made = await asOwner(app.database, (tx) =>
      app.nest
        .get(UserAccounts)
        .create(tx, { memberId: member.memberId, email, name: 'Dana Okafor', roles: ['SUBMITTER'] }),
    );
    const totp = generateSync({ secret: made?.totpSecret ?? '', epoch: app.clock.now().getTime() / 1000 });
    try {
      const signedIn = await home.run(['login', '--url', app.url, '--email', email, '--totp', totp], {
        answers: [made?.password ?? ''],
      });
      expect(signedIn.exitCode).toBe(0);

      app.clock.advance({ minutes: 6 });
      expect(await home.run(['whoami'])).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining(email) as string,
      });
      app.clock.advance({ minutes: 16 });
      expect(await home.run(['whoami'])).toMatchObject({
        exitCode: 4,
        stderr: expect.stringContaining('The session has ended. Use cordon login again.') as string,
      });
    } finally {
      await home.remove();
    }
  });

  it('ends with 4 for a wrong secret and for a scope that is not there', async () => {
    const desk = await givenDesk(['report:read']);
    const file = await desk.file('reports.csv', ...rows(2));

    expect(await desk.run('report', 'import', file)).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining('report:submit') as string,
    });
    expect(
      await desk.home.run(['login', '--url', app.url, '--client-id', 'cli_AAAAAAAAAAAAAAAAAAAAAA'], {
        answers: ['x'],
      }),
    ).toMatchObject({
      exitCode: 4,
    });
  });

  it('ends with 4 for a member that was suspended meanwhile', async () => {
    const desk = await givenDesk();
    await asOwner(app.database, (tx) =>
      tx.query(`update member set status = 'SUSPENDED' where id = $1`, [desk.member.memberId]),
    );

    expect(await desk.run('whoami')).toMatchObject({ exitCode: 4 });
  });

  it('ends with 5 where nobody listens', async () => {
    const desk = await givenDesk();
    const { exitCode, stderr } = await desk.home.run(
      ['login', '--url', `http://127.0.0.1:${await closedPort()}`, '--client-id', 'cli_x'],
      {
        answers: ['x'],
      },
    );

    expect(exitCode).toBe(5);
    expect(stderr).toContain('connection refused');
  });
});
