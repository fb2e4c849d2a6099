import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { SpecHome } from './spec-terminal.js';
import { SpecService } from './spec-service.js';

const HEADER =
  'client_reference,reason,basis,payment_methods,tlp,legal_name,website,phone,narrative,observed_from';

/** Rows that are taken, with the references R1, R2 ... */
function goodRows(count: number, first = 1): string[] {
  return Array.from({ length: count }, (_, index) => {
    const n = first + index;
    return `R${n},CSAM_SALE,TEST_TRANSACTION,CARD,AMBER,Shop ${n},shop${n}.example,+1 214 555 0151,,2026-01-05`;
  });
}

function fileOf(...rows: readonly string[]): string {
  return `${[HEADER, ...rows].join('\n')}\n`;
}

describe('cordon', () => {
  let home: SpecHome;
  let service: SpecService;

  beforeEach(async () => {
    home = await SpecHome.make();
    service = await SpecService.start();
  });
  afterEach(async () => {
    await service.stop();
    await home.remove();
  });

  async function givenFile(name: string, content: string | Buffer): Promise<string> {
    await writeFile(home.path(name), content);
    return home.path(name);
  }

  async function imports(file: string, ...options: string[]) {
    const { exitCode, stdout, stderr } = await home.run(['report', 'import', file, '--json', ...options], {
      env: service.env,
    });
    return {
      exitCode,
      stderr,
      result: stdout === '' ? undefined : (JSON.parse(stdout) as Record<string, unknown>),
    };
  }

  describe('report import', () => {
    it('sends every row once and ends with 0', async () => {
      const file = await givenFile('reports.csv', fileOf(...goodRows(30)));

      const { exitCode, result } = await imports(file);

      expect({ exitCode, result }).toMatchObject({
        exitCode: 0,
        result: { rows: 30, taken: 30, refused: 0, errorsFile: null },
      });
      expect([...service.reports.keys()].sort()).toEqual(
        goodRows(30)
          .map((row) => row.split(',')[0])
          .sort(),
      );
    });

    it('writes refused rows in the order of the file, to be mended and sent as they are', async () => {
      service.refuse = ({ report }) =>
        report.identifiers?.some(({ value }) => value === 'shop2.example')
          ? {
              code: 'PUBLIC_SUFFIX',
              field: ['report', 'identifiers', '0', 'value'],
              message: 'Not this one.',
              suggestion: null,
            }
          : undefined;
      const [first = '', second = '', third = ''] = goodRows(3);
      const bad = [
        'R4,OTHER,TEST_TRANSACTION,CARD,AMBER,Shop 4,,,,',
        'R5,CSAM_SALE,TEST_TRANSACTION,CARD,AMBER,Shop 5,,,,2026-02-30',
        'R6,CSAM_SALE,TEST_TRANSACTION,CARD,AMBER,Shop 6,,,card 4111 1111 1111 1111,',
      ];
      const file = await givenFile('reports.csv', fileOf(first, second, third, ...bad));

      const { exitCode, result } = await imports(file);

      expect(exitCode).toBe(3);
      expect(result).toMatchObject({
        rows: 6,
        taken: 2,
        refused: 4,
        errorsFile: home.path('reports.errors.csv'),
      });
      const errors = await readFile(home.path('reports.errors.csv'), 'utf8');
      const lines = errors.trimEnd().split('\n');
      expect(lines[0]).toBe(`\ufeff${HEADER},line,code,field,message,suggestion`);
      expect(lines.slice(1).map((line) => /,(\d+),([A-Z_]+),([a-z_]+),/.exec(line)?.slice(1))).toEqual([
        ['3', 'PUBLIC_SUFFIX', 'website'],
        ['5', 'UNKNOWN_CODE', 'reason'],
        ['6', 'INVALID_DATE', 'observed_from'],
        ['7', 'CARD_NUMBER', 'narrative'],
      ]);
      expect([...service.reports.keys()].sort()).toEqual(['R1', 'R3']);

      service.refuse = () => undefined;
      const mended = errors
        .replace('OTHER', 'CSAM_SALE')
        .replace('2026-02-30', '2026-02-28')
        .replace('4111 1111 1111 1111', 'left out');
      await writeFile(home.path('reports.errors.csv'), mended);
      const again = await imports(home.path('reports.errors.csv'));

      expect(again).toMatchObject({ exitCode: 0, result: { rows: 4, taken: 4, refused: 0 } });
      expect(service.reports.size).toBe(6);
      // The plus that was kept from the spreadsheet is back.
      expect(service.reports.get('R2')?.report.identifiers).toContainEqual({
        type: 'PHONE',
        value: '+1 214 555 0151',
      });
    });

    it('never sends a card number', async () => {
      const file = await givenFile(
        'reports.csv',
        fileOf('R1,CSAM_SALE,TEST_TRANSACTION,CARD,AMBER,Shop,,,card 4111-1111-1111-1111,'),
      );

      await imports(file);

      expect(JSON.stringify(service.operations)).not.toContain('4111');
    });

    it('goes on through a service that is busy, drops connections and forgets tokens', async () => {
      service.disturb = (request) => {
        if (request % 25 === 0) service.revokeTokens();
        if (request % 31 === 0) return 'internal';
        return (['busy', 'drop'] as const)[request % 7] ?? 'none';
      };
      const file = await givenFile('reports.csv', fileOf(...goodRows(60)));

      const { exitCode, result } = await imports(file);

      expect({ exitCode, result }).toMatchObject({ exitCode: 0, result: { rows: 60, taken: 60 } });
      expect(service.reports.size).toBe(60);
    });

    it('waits as the service asks when a limit is used up, and says so once for each', async () => {
      service.disturb = (request) => (request % 20 === 0 ? 'rate limit' : 'none');
      const file = await givenFile('reports.csv', fileOf(...goodRows(60)));

      const { exitCode, stderr } = await imports(file);

      expect(exitCode).toBe(0);
      expect(service.reports.size).toBe(60);
      const said = stderr.match(/Your member's limit is used up: going on in 40 s, as the service asks\./g);
      expect(said?.length).toBeGreaterThanOrEqual(1);
      expect(said?.length).toBeLessThanOrEqual(3);
    });

    it('does not wait for a limit that ends tomorrow: the same command goes on then', async () => {
      service.disturb = (request) => (request > 20 ? 'quota' : 'none');
      const file = await givenFile('reports.csv', fileOf(...goodRows(60)));

      const stopped = await imports(file);

      expect(stopped.exitCode).toBe(5);
      expect(stopped.stderr).toContain("takes no more of your member's requests for 11 h 20 min");
      service.disturb = () => 'none';
      expect(await imports(file)).toMatchObject({
        exitCode: 0,
        result: { rows: 60, taken: 60, resumed: 20 },
      });
    });

    it('ends with 5 when the service stays away, and the same command sends only the rest', async () => {
      service.disturb = (request) => (request > 20 ? 'drop' : 'none');
      const file = await givenFile('reports.csv', fileOf(...goodRows(60)));

      const stopped = await imports(file, '--retry-for', '3');

      expect(stopped.exitCode).toBe(5);
      expect(stopped.stderr).toContain('goes on where this stopped');
      expect(service.reports.size).toBe(20);

      service.disturb = () => 'none';
      const sentBefore = service.operations.length;
      const resumed = await imports(file);

      expect(resumed).toMatchObject({ exitCode: 0, result: { rows: 60, taken: 60, resumed: 20 } });
      expect(service.operations.length - sentBefore).toBe(40);
      expect(service.reports.size).toBe(60);
      // Finished: a third run has nothing to go on from, and the service sees every row again.
      expect((await imports(file)).result).toMatchObject({ taken: 60, resumed: 0 });
    });

    it('ends with 4 when the credential is refused', async () => {
      const file = await givenFile('reports.csv', fileOf(...goodRows(3)));
      const env = { ...service.env, CORDON_CLIENT_SECRET: 'wrong' };

      const { exitCode, stdout, stderr } = await home.run(['report', 'import', file, '--json'], { env });

      expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: '' });
      expect(stderr).toContain('were not accepted');
      expect(service.reports.size).toBe(0);
    });

    it('ends with 4 when a renewed token is refused too', async () => {
      service.disturb = () => {
        service.revokeTokens();
        return 'none';
      };
      const file = await givenFile('reports.csv', fileOf(...goodRows(3)));

      expect(await imports(file)).toMatchObject({ exitCode: 4 });
      expect(service.tokenRequests.length).toBeGreaterThan(1);
    });

    it('takes the first of two rows with one reference, whatever the order in which they arrive', async () => {
      const [first = ''] = goodRows(1);
      const file = await givenFile('reports.csv', fileOf(first, first.replace('Shop 1', 'Another'), first));

      const { exitCode, result } = await imports(file);

      expect({ exitCode, result }).toMatchObject({
        exitCode: 3,
        result: { taken: 2, refusals: { DUPLICATE: 1 } },
      });
      expect(service.reports.get('R1')?.report.legalName).toBe('Shop 1');
    });

    it('sends nothing in a dry run, and needs no credential for it', async () => {
      const file = await givenFile(
        'reports.csv',
        fileOf(...goodRows(2), 'R3,CSAM_SALE,TEST_TRANSACTION,CARD,AMBER,,not a host,,,'),
      );

      const { exitCode, stdout } = await home.run(['report', 'import', file, '--dry-run', '--json']);

      expect({ exitCode, result: JSON.parse(stdout) as unknown }).toMatchObject({
        exitCode: 3,
        result: { taken: 2, refused: 1 },
      });
      expect(service.operations).toEqual([]);
    });

    it.each([
      ['UTF-8', (text: string) => Buffer.from(text), ';'],
      ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`), ','],
      [
        'UTF-16LE with a byte order mark',
        (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true }),
        '\t',
      ],
      [
        'UTF-16BE with a byte order mark',
        (text: string) => iconv.encode(text, 'utf-16be', { addBOM: true }),
        ';',
      ],
      ['UTF-16LE without one', (text: string) => iconv.encode(text, 'utf-16le', { addBOM: false }), ','],
      ['windows-1252', (text: string) => iconv.encode(text, 'windows-1252'), ';'],
      ['windows-1252, pipes', (text: string) => iconv.encode(text, 'windows-1252'), '|'],
    ])('finds encoding and delimiter: %s', async (_name, encode, delimiter) => {
      const text = fileOf('R1,CSAM_SALE,TEST_TRANSACTION,CARD,AMBER,Müller & Söhne Café GmbH,,,,');
      const file = await givenFile('reports.csv', encode(text.replaceAll(',', delimiter)));

      expect(await imports(file)).toMatchObject({ exitCode: 0, result: { taken: 1 } });
      expect(service.reports.get('R1')?.report.legalName).toBe('Müller & Söhne Café GmbH');
    });

    it('reads JSONL, flat or in the shape of the service’s input, and gives refused lines back as JSONL', async () => {
      const flat = {
        client_reference: 'R1',
        reason: 'CSAM_SALE',
        basis: 'MEMBER_TIP',
        payment_methods: ['CARD', 'CRYPTO'],
        tlp: 'GREEN',
        legal_name: 'Shop',
      };
      const report = {
        reason: 'CSAM_SALE',
        basis: 'MEMBER_TIP',
        paymentMethods: ['CARD'],
        handling: { tlp: 'AMBER' },
        legalName: 'Shop 2',
      };
      const lines = [
        flat,
        { clientReference: 'R2', report },
        { clientReference: 'R3', report: { ...report, colour: 'red' } },
      ];
      const file = await givenFile(
        'reports.jsonl',
        `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`,
      );

      const { exitCode, result } = await imports(file);

      expect({ exitCode, result }).toMatchObject({ exitCode: 3, result: { rows: 4, taken: 2, refused: 2 } });
      expect(service.reports.get('R1')?.report.paymentMethods).toEqual(['CARD', 'CRYPTO']);
      const errors = (await readFile(home.path('reports.errors.jsonl'), 'utf8')).trimEnd().split('\n');
      expect(errors.map((line) => JSON.parse(line) as unknown)).toMatchObject([
        { clientReference: 'R3', line: 3, code: 'UNKNOWN_FIELD', field: 'report.colour' },
        { text: 'not json', line: 4, code: 'INVALID_JSON' },
      ]);
    });

    it('reads standard input', async () => {
      const { exitCode } = await home.run(['report', 'import', '-', '--json'], {
        env: service.env,
        stdin: fileOf(...goodRows(2)),
      });

      expect(exitCode).toBe(0);
      expect(service.reports.size).toBe(2);
    });

    it('maps columns, leaves one out and fills one', async () => {
      const file = await givenFile(
        'export.csv',
        'Case No;Reason code;Merchant Name;Analyst\nA-1;csam sale;Shop;Ada\n',
      );

      const { exitCode } = await imports(
        file,
        '--map',
        'Case No=client_reference',
        '--map',
        'analyst=-',
        '--set',
        'basis=MEMBER_TIP',
        '--set',
        'tlp=amber+strict',
        '--set',
        'payment_methods=CARD',
      );

      expect(exitCode).toBe(0);
      expect(service.reports.get('A-1')?.report).toEqual({
        reason: 'CSAM_SALE',
        basis: 'MEMBER_TIP',
        paymentMethods: ['CARD'],
        legalName: 'Shop',
        handling: { tlp: 'AMBER_STRICT' },
      });
    });

    it('keeps the errors file of an earlier run as .bak, and never writes over the file it reads', async () => {
      const bad = 'R9,OTHER,TEST_TRANSACTION,CARD,AMBER,Shop,,,,';
      const file = await givenFile('reports.csv', fileOf(bad));
      await imports(file);
      const firstErrors = await readFile(home.path('reports.errors.csv'), 'utf8');
      const before = createHash('sha256').update(firstErrors).digest('hex');

      const again = await imports(home.path('reports.errors.csv'));

      expect(again.result).toMatchObject({ errorsFile: home.path('reports.errors.2.csv') });
      expect(
        createHash('sha256')
          .update(await readFile(home.path('reports.errors.csv')))
          .digest('hex'),
      ).toBe(before);
      await imports(file);
      expect(await readFile(home.path('reports.errors.csv.bak'), 'utf8')).toBe(firstErrors);
    });

    it.each([
      ['a file that is not there', undefined, 'There is no such file'],
      ['an empty file', '', 'is empty'],
      ['column names alone, unknown ones among them', 'client_reference,colour\n', 'Unknown column "colour"'],
      ['a wrong delimiter in one column', 'client_reference:reason\nA:B\n', 'is --delimiter right?'],
      ['a needed column that is missing', 'client_reference,reason\nA,B\n', 'has no column "basis"'],
      ['two columns that mean one thing', `${HEADER},url\n`, '"website" and "url" both mean website'],
      ['a spreadsheet', Buffer.from('PK\x03\x04 workbook'), 'save the sheet as CSV'],
      ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), 'has no place here'],
      ['a binary file', Buffer.from([7, 0, 0, 0, 9, 200, 1, 0, 0]), 'is not a text file'],
      ['a JSON list', '[{"client_reference":"R1"}]', 'JSONL'],
    ])('ends with 2 and says what to do: %s', async (_name, content, says) => {
      const file = content === undefined ? home.path('nothing.csv') : await givenFile('wrong.csv', content);

      const { exitCode, stderr, result } = await imports(file);

      expect({ exitCode, result }).toEqual({ exitCode: 2, result: undefined });
      expect(stderr).toContain(says);
      expect(service.operations).toEqual([]);
    });

    it('ends with 2 for a folder, and with 0 for a file of column names alone', async () => {
      expect(await imports(home.folder)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('It is a folder') as string,
      });
      expect(await imports(await givenFile('none.csv', `${HEADER}\n`))).toMatchObject({
        exitCode: 0,
        result: { rows: 0 },
      });
    });

    it('refuses a row with too few or too many cells and takes the others', async () => {
      const [first = '', second = ''] = goodRows(2);
      const file = await givenFile('reports.csv', fileOf(first, 'R8,CSAM_SALE', `${second},surplus`));

      expect(await imports(file)).toMatchObject({
        exitCode: 3,
        result: { taken: 1, refusals: { COLUMN_COUNT: 2 } },
      });
    });

    it('takes what stands before a quote that is never closed', async () => {
      const [first = '', second = ''] = goodRows(2);
      const file = await givenFile('reports.csv', fileOf(first, '"R8,CSAM_SALE', second));

      expect(await imports(file)).toMatchObject({
        exitCode: 3,
        result: { taken: 1, refusals: { INVALID_CSV: 1 } },
      });
    });
  });

  describe('login', () => {
    it('keeps a client’s profile readable by its owner alone, and uses it', async () => {
      const secretFile = await givenFile('secret.txt', 'spec-secret\n');

      const ran = await home.run([
        'login',
        '--url',
        service.url,
        '--client-id',
        'cli_spec',
        '--client-secret-file',
        secretFile,
      ]);

      expect(ran.exitCode).toBe(0);
      expect((await stat(home.path('config/cordon/profiles.json'))).mode & 0o777).toBe(0o600);
      const token = await home.run(['token']);
      expect(token).toMatchObject({ exitCode: 0, stdout: 'token-2\n' });
    });

    it('keeps a person’s session, renews it once and shares the access token between commands', async () => {
      const signedIn = await home.run(
        ['login', '--url', service.url, '--email', 'ada@bank.example', '--profile', 'ada'],
        {
          answers: ['spec-password', '123 456'],
        },
      );

      expect(signedIn.exitCode).toBe(0);
      expect(Object.fromEntries(service.tokenRequests[0] ?? [])).toEqual({
        grant_type: 'password',
        username: 'ada@bank.example',
        password: 'spec-password',
        totp: '123456',
      });
      const tokens = await Promise.all([1, 2, 3].map(() => home.run(['token', '--profile', 'ada'])));
      expect(tokens.map(({ stdout }) => stdout)).toEqual(['token-1\n', 'token-1\n', 'token-1\n']);
    });

    it('keeps nothing when the service does not accept the credential', async () => {
      const ran = await home.run(['login', '--url', service.url, '--client-id', 'cli_spec'], {
        answers: ['wrong'],
      });

      expect(ran.exitCode).toBe(4);
      expect(await home.run(['token'])).toMatchObject({
        exitCode: 4,
        stderr: expect.stringContaining('Use cordon login') as string,
      });
    });

    it('does not send a secret unencrypted to another machine', async () => {
      const ran = await home.run(['login', '--url', 'http://cordon.example', '--client-id', 'cli_spec']);

      expect(ran).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('not encrypted') as string });
    });
  });

  describe('screen', () => {
    it('shows a match with its evidence as a lead, and ends with 10 where that is asked', async () => {
      const args = ['screen', '--purpose', 'onboarding', '--name', 'Known Ltd'];

      const ran = await home.run([...args, '--fail-on-match'], { env: service.env });

      expect(ran.exitCode).toBe(10);
      for (const told of [
        'STRONG',
        'CSAM_SALE',
        'NORMALISED',
        'ask for the company number',
        'a lead, not a verdict',
      ])
        expect(ran.stdout).toContain(told);
      expect((await home.run(args, { env: service.env })).exitCode).toBe(0);
    });

    it('asks nothing without a purpose or a merchant', async () => {
      expect((await home.run(['screen', '--name', 'X'], { env: service.env })).exitCode).toBe(2);
      expect((await home.run(['screen', '--purpose', 'ONBOARDING'], { env: service.env })).exitCode).toBe(2);
      expect(service.operations).toEqual([]);
    });

    it('answers a file row by row, and goes on behind what was answered', async () => {
      const rows = Array.from({ length: 250 }, (_, n) => `M${n},${n % 50 === 0 ? 'Known' : 'Shop'} ${n}`);
      const file = await givenFile('portfolio.csv', `client_reference,legal_name\n${rows.join('\n')}\n`);
      const args = [
        'screen',
        'file',
        file,
        '--purpose',
        'PERIODIC_REVIEW',
        '--out',
        home.path('results.csv'),
        '--json',
      ];
      service.disturb = (request) => (request > 1 ? 'drop' : 'none');

      const stopped = await home.run([...args, '--retry-for', '1'], { env: service.env });
      service.disturb = () => 'none';
      const resumed = await home.run([...args, '--fail-on-match'], { env: service.env });

      expect([stopped.exitCode, resumed.exitCode]).toEqual([5, 10]);
      expect(JSON.parse(resumed.stdout)).toMatchObject({ rows: 250, matches: 5, refused: 0 });
      expect(service.operations).toHaveLength(3);
      const refs = (await readFile(home.path('results.csv'), 'utf8'))
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[1]);
      expect(refs).toEqual(rows.map((row) => row.split(',')[0]));
    });
  });

  describe('indicators pull', () => {
    const args = (): string[] => [
      'indicators',
      'pull',
      '--purpose',
      'TRANSACTION',
      '--out',
      home.path('feed.jsonl'),
      '--json',
    ];
    const listed = (id: string): unknown => ({ kind: 'LISTED', indicatorId: id, indicator: { id } });

    async function pulledIds(): Promise<unknown[]> {
      const text = await readFile(home.path('feed.jsonl'), 'utf8');
      return text
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { indicatorId: string }).indicatorId);
    }

    it('goes on where it stopped and mends a torn last line', async () => {
      service.feed = [[listed('a'), listed('b')], [listed('c')]];
      expect((await home.run(args(), { env: service.env })).exitCode).toBe(0);
      await writeFile(
        home.path('feed.jsonl'),
        `${await readFile(home.path('feed.jsonl'), 'utf8')}{"kind":"LIS`,
      );
      service.feed.push([listed('d')]);

      const ran = await home.run(args(), { env: service.env });

      expect(JSON.parse(ran.stdout)).toMatchObject({ changes: 1 });
      expect(await pulledIds()).toEqual(['a', 'b', 'c', 'd']);
    });

    it('refuses to go on behind changes that are no longer in the file', async () => {
      service.feed = [[listed('a')]];
      await home.run(args(), { env: service.env });
      await writeFile(home.path('feed.jsonl'), '');

      expect(await home.run(args(), { env: service.env })).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('--restart') as string,
      });
      expect((await home.run([...args(), '--restart'], { env: service.env })).exitCode).toBe(0);
      expect(await pulledIds()).toEqual(['a']);
    });

    it('says what to do where the service does not keep what came behind the place any more', async () => {
      service.feed = [[listed('a')]];
      await home.run(args(), { env: service.env });
      service.disturb = () => 'cursor expired';

      expect(await home.run(args(), { env: service.env })).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('--restart') as string,
      });
      expect(await pulledIds()).toEqual(['a']);
    });

    it('follows until it is stopped', async () => {
      const stop = new AbortController();
      service.feed = [[listed('a')]];
      const running = home.run([...args(), '--follow'], { env: service.env, signal: stop.signal });
      await new Promise((resolve) => setTimeout(resolve, 100));
      service.feed.push([listed('b')]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      stop.abort();

      expect((await running).exitCode).toBe(0);
      expect(await pulledIds()).toEqual(['a', 'b']);
    });
  });
});
