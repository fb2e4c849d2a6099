import { SpecService } from '../spec-service.js';
import { SpecHome } from '../spec-terminal.js';

const work = (values: object = {}): object => ({
  id: 'TRIAGE_REPORT:rpt_1',
  kind: 'TRIAGE_REPORT',
  objectId: 'rpt_1',
  urgency: 'NORMAL',
  waitingSince: '2026-06-01T10:00:00.000Z',
  dueAt: null,
  overdue: false,
  ...values,
});

const NOTICE = {
  kind: 'ACT_ON_NOTICE',
  objectId: 'ntc_1',
  urgency: 'CRITICAL',
  dueAt: '2026-06-05T12:30:00.000Z',
  overdue: true,
};

describe('cordon work', () => {
  let home: SpecHome;
  let service: SpecService;

  beforeEach(async () => {
    home = await SpecHome.make();
    service = await SpecService.start();
    const login = ['login', '--url', service.url, '--email', 'ada@bank.example'];
    await home.run(login, { answers: ['spec-password', '123456'] });
  });

  afterEach(async () => {
    await service.stop();
    await home.remove();
  });

  /** Answers with these, in pages of the size that is asked for. */
  function waiting(all: readonly object[]): void {
    service.answers.set('MyWork', ({ first, after }) => {
      const at = Number(after ?? 0);
      const next = at + Number(first);
      const pageInfo = { hasNextPage: next < all.length, endCursor: String(next) };
      return { myWork: { nodes: all.slice(at, next), pageInfo } };
    });
  }

  it('shows what is due, marked where it is past, and what to type next', async () => {
    waiting([work(NOTICE), work()]);

    const { exitCode, stdout } = await home.run(['work']);

    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^DUE +URGENCY +WORK +ABOUT +SINCE +NEXT$/) as string,
      expect.stringMatching(
        /^2026-06-05T12:30 OVERDUE +CRITICAL +ACT_ON_NOTICE +ntc_1 .* cordon notice show ntc_1 --purpose \.\.\.$/,
      ) as string,
      expect.stringMatching(
        /^- +NORMAL +TRIAGE_REPORT +rpt_1 .* cordon report show rpt_1 --purpose TRIAGE$/,
      ) as string,
      '',
    ]);
  });

  it('says so where nothing waits', async () => {
    waiting([]);
    expect((await home.run(['work'])).stdout).toBe('Nothing waits for you.\n');
    expect((await home.run(['work', '--json'])).stdout.trim()).toBe('[]');
  });

  it('goes over pages up to the limit, and says where there is more', async () => {
    waiting(Array.from({ length: 250 }, (_, place) => work({ objectId: `rpt_${place}` })));

    const { stdout, stderr } = await home.run(['work', '--limit', '150', '--json']);

    expect((JSON.parse(stdout) as object[]).length).toBe(150);
    expect(service.operations.map(({ variables }) => [variables['first'], variables['after']])).toEqual([
      [100, null],
      [50, '100'],
    ]);
    expect(stderr).toBe('');
    expect((await home.run(['work', '--limit', '150'])).stderr).toContain('There is more');
  });

  it('asks for kinds however they are written, and refuses what is none', async () => {
    waiting([]);
    await home.run(['work', '--kind', 'close recall', '--kind', 'ACT_ON_NOTICE', '--kind', 'CLOSE_RECALL']);
    expect(service.operations.at(-1)?.variables['kinds']).toEqual(['CLOSE_RECALL', 'ACT_ON_NOTICE']);

    expect(await home.run(['work', '--kind', 'REST'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Use one of COMPLETE_REPORT') as string,
    });
  });

  it('tells a machine why not, without asking', async () => {
    expect(await home.run(['work'], { env: service.env })).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(
        /cli_spec is a machine, and work is for people\. Sign in as yourself/,
      ) as string,
    });
    expect(service.operations).toEqual([]);
  });
});
