import { generateSync } from 'otplib';
import { jest } from '@jest/globals';

import { Caller, type Variables } from '../../test/support/caller.js';
import { givenMember } from '../../test/support/members.js';
import { createRegister, settled } from '../../test/support/register.js';
import type { TestApp } from '../../test/support/app.js';
import { basic, tokenAnswer } from '../../test/support/token-endpoint.js';
import { testConfig } from '../../test/support/database.js';
import { ReportService } from '../report/index.js';
import { ALIKE_PAIR, CONTRADICTING_PAIR, RING, SCREENED } from './demo-cast.js';
import {
  DEMO_CREDENTIALS,
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  DEMO_TOTP_SECRET,
  type DemoPersonKey,
} from './demo-credentials.js';
import { offerDemo, refuseDemoInProduction } from './offer-demo.js';
import { seedDemo } from './seed-demo.js';
import { asOwner } from '../../test/support/as-owner.js';

const SEEDING_MS_MAX = 120_000;

const STATES = { ACCEPTED: 259, NEEDS_INFO: 17, REJECTED: 19, SUBMITTED: 54, WITHDRAWN: 14 };

describe('the demo coalition in a register', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createRegister();
    await seedDemo(app.nest);
    await settled(app);
  }, SEEDING_MS_MAX);

  afterAll(() => app.close());

  /** Signs in as README.md says, and gives what the person is answered. */
  async function asks<Data>(key: DemoPersonKey, document: string, variables: Variables = {}): Promise<Data> {
    // A one-time code is good once: the next person comes a step later.
    app.clock.advance({ seconds: 30 });
    const epoch = Math.floor(app.clock.now().getTime() / 1000);
    const { access_token } = await tokenAnswer(app.url, {
      grant_type: 'password',
      username: DEMO_PEOPLE[key].email,
      password: DEMO_PASSWORD,
      totp: generateSync({ secret: DEMO_TOTP_SECRET, epoch }),
    });
    return answered(access_token, document, variables);
  }

  async function machineAsks<Data>(document: string, variables: Variables = {}): Promise<Data> {
    const { clientId, clientSecret } = DEMO_CREDENTIALS;
    const authorization = basic(clientId, clientSecret);
    const { access_token } = await tokenAnswer(
      app.url,
      { grant_type: 'client_credentials' },
      { authorization },
    );
    return answered(access_token, document, variables);
  }

  async function answered<Data>(
    token: string | undefined,
    document: string,
    variables: Variables,
  ): Promise<Data> {
    const answer = await new Caller(app.url).send(document, variables, token);
    const { data, errors } = answer.body as { data?: Data; errors?: unknown };
    if (errors !== undefined || data === undefined) throw new Error(answer.text);
    return data;
  }

  /** The tiers that somebody is answered for web sites, by host. */
  async function tiers(
    ask: <Data>(document: string, variables: Variables) => Promise<Data>,
    ...hosts: readonly string[]
  ): Promise<string[]> {
    const merchants = hosts.map((host) => ({ ref: host, identifiers: [{ type: 'DOMAIN', value: host }] }));
    const { screenMerchants } = await ask<{ screenMerchants: { screenings: { tier: string }[] } }>(SCREEN, {
      input: { purpose: 'ONBOARDING', merchants },
    });
    return screenMerchants.screenings.map(({ tier }) => tier);
  }

  it('has reports in every state', async () => {
    expect(await statesIn(app)).toEqual(STATES);
  });

  it('has reports of each outcome for the compliance analyst, one with a question to answer', async () => {
    const { reports } = await asks<{
      reports: { nodes: { clientReference: string; status: string; history: { note: string | null }[] }[] };
    }>('compliance', '{ reports(first: 100) { nodes { clientReference status history { note } } } }');
    const byHand = reports.nodes.filter(({ clientReference }) => clientReference < 'HBR-2025-0100');

    expect(byHand.map(({ clientReference, status }) => `${clientReference} ${status}`).sort()).toEqual([
      'HBR-2025-0001 ACCEPTED',
      'HBR-2025-0002 NEEDS_INFO',
      'HBR-2025-0003 REJECTED',
      'HBR-2025-0004 SUBMITTED',
      'HBR-2025-0005 WITHDRAWN',
    ]);
    expect(byHand.find(({ status }) => status === 'NEEDS_INFO')?.history.at(-1)?.note).toContain(
      'Which payments',
    );
  });

  it('has merchants that the onboarding analyst finds clear, possible and strong', async () => {
    const merchants = Object.entries(SCREENED).map(([ref, { legalName, country, host }]) => ({
      ref,
      legalName,
      country,
      identifiers: [{ type: 'DOMAIN', value: host }],
    }));
    const { screenMerchants } = await asks<{
      screenMerchants: { screenings: { ref: string; tier: string }[] };
    }>('onboarding', SCREEN, { input: { purpose: 'ONBOARDING', merchants } });

    expect(screenMerchants.screenings).toEqual([
      { ref: 'strong', tier: 'STRONG' },
      { ref: 'possible', tier: 'POSSIBLE' },
      { ref: 'clear', tier: 'NONE' },
    ]);
  });

  it('has some hundreds of changes in the feed of the machine client', async () => {
    let changes = 0;
    let after: string | null = null;
    for (let pages = 0; pages < 30; pages += 1) {
      const { indicatorChanges }: FeedPage = await machineAsks<FeedPage>(FEED, { after });
      changes += indicatorChanges.nodes.length;
      after = indicatorChanges.pageInfo.endCursor;
      if (!indicatorChanges.pageInfo.hasNextPage) break;
    }
    expect(changes).toBeGreaterThan(300);
  });

  it('has reports that wait for the coalition analyst', async () => {
    const { reports } = await asks<{ reports: { nodes: { id: string }[] } }>(
      'analyst',
      '{ reports(first: 100, purpose: TRIAGE, filter: { status: [SUBMITTED] }) { nodes { id } } }',
    );
    expect(reports.nodes).toHaveLength(STATES.SUBMITTED);
  });

  it('has pairs that the engine leaves to a person', async () => {
    const pairs = await rows<{ reason: string; values: string }>(
      `select j.evidence ->> 'reason' as reason, coalesce(a.content::text, '') || b.content::text as values
       from judgement j join description a on a.id = j.description_a join description b on b.id = j.description_b
       where j.verdict = 'UNSURE' and j.origin = 'ENGINE' and j.withdrawn_at is null order by 1`,
    );
    const valuesOf = (wanted: string): (string | undefined)[] =>
      pairs.filter(({ reason }) => reason === wanted).map(({ values }) => values);
    expect(valuesOf('ELSE_DIFFERENT')).toEqual([expect.stringContaining(ALIKE_PAIR.one.host)]);
    expect(valuesOf('ELSE_DIFFERENT')).toEqual([expect.stringContaining(ALIKE_PAIR.other.host)]);
    expect(valuesOf('NUMBER_CONFLICT')).toEqual([expect.stringContaining(CONTRADICTING_PAIR.iban)]);
  });

  it("has a facilitator's ring, whose account makes its sellers no one merchant", async () => {
    const [ring] = await rows<{ merchants: number }>(
      `select count(distinct merchant_id)::int as merchants from description where content::text like '%${RING.iban}%'`,
    );
    const shared = await rows<{ kind: string; merchants: number }>('select kind, merchants from shared_key');
    const all = RING.sellers.length + 1;
    expect(ring).toEqual({ merchants: all });
    expect(shared).toEqual([{ kind: 'IBAN', merchants: all }]);
  });

  it('shows what a sharing group or a RED report keeps to its readers to them alone', async () => {
    const hosts = ['holimross-shop.example', 'norelost-shop.example', 'vanuxis-shop.example'];
    const ofAcquirers = await tiers(machineAsks, ...hosts);
    const ofWallets = await tiers((document, variables) => asks('wallet', document, variables), ...hosts);

    expect(ofAcquirers).toEqual(['STRONG', 'STRONG', 'NONE']);
    expect(ofWallets).toEqual(['NONE', 'NONE', 'STRONG']);
  });

  it('has entries in the log for the auditor', async () => {
    const { auditEntries } = await asks<{ auditEntries: { nodes: { action: string }[] } }>(
      'auditor',
      '{ auditEntries(first: 100, filter: { action: "member.approve" }) { nodes { action } } }',
    );
    expect(auditEntries.nodes).toHaveLength(27);
  });

  it('lets the second admin, and not the first, take the applicant in', async () => {
    const { members } = await asks<{ members: { nodes: { id: string; approvals: { by: string }[] }[] } }>(
      'secondAdmin',
      '{ members(status: APPLIED) { nodes { id approvals { by } } } }',
    );
    const [applicant] = members.nodes;
    const input = { memberId: applicant?.id };
    const approve = `mutation ($input: ApproveMemberInput!) {
      approveMember(input: $input) { member { status } userErrors { code } } }`;
    const byFirst = await asks<object>('firstAdmin', approve, { input });
    const bySecond = await asks<object>('secondAdmin', approve, { input });

    expect(applicant?.approvals).toHaveLength(1);
    expect(byFirst).toEqual({ approveMember: { member: null, userErrors: [{ code: 'SAME_PERSON' }] } });
    expect(bySecond).toEqual({ approveMember: { member: { status: 'ACTIVE' }, userErrors: [] } });
  });

  it('is made once, and shown at later starts', async () => {
    const said: string[] = [];
    await expect(seedDemo(app.nest)).rejects.toThrow('is here already');
    expect(await offerDemo(app.nest, testConfig(''), (line) => said.push(line))).toEqual(DEMO_CREDENTIALS);
    expect(said).toEqual([]);
  });

  it('is not served in production', async () => {
    const production = testConfig('', { nodeEnv: 'production' });
    await expect(refuseDemoInProduction(app.nest, production)).rejects.toThrow(
      'users under demo.cordon.example, whose passwords anybody can read',
    );
    await expect(refuseDemoInProduction(app.nest, testConfig(''))).resolves.toBeUndefined();
  });

  function rows<Row>(text: string): Promise<Row[]> {
    return asOwner(app.database, (tx) => tx.query<Row>(text));
  }
});

describe('seeding', () => {
  let app: TestApp;
  const config = testConfig('');
  const quietly = (): void => undefined;

  beforeEach(async () => {
    app = await createRegister();
  });

  afterEach(() => app.close());

  it(
    'finishes what was cut short',
    async () => {
      const reports = app.nest.get(ReportService, { strict: false });
      const submit = reports.submit.bind(reports);
      let submitted = 0;
      const cut = jest.spyOn(reports, 'submit').mockImplementation((...args) => {
        submitted += 1;
        return submitted > 80 ? Promise.reject(new Error('killed')) : submit(...args);
      });

      await expect(offerDemo(app.nest, config, quietly)).rejects.toThrow('killed');
      cut.mockRestore();
      expect(await offerDemo(app.nest, config, quietly)).toEqual(DEMO_CREDENTIALS);

      expect(await statesIn(app)).toEqual(STATES);
      const [counts] = await asOwner(app.database, (tx) =>
        tx.query(`select (select count(*)::int from member) as members, (select count(*)::int from app_user) as users,
          (select count(*)::int from client) as clients, (select count(*)::int from approval) as approvals`),
      );
      expect(counts).toEqual({ members: 15, users: 11, clients: 12, approvals: 27 });
    },
    SEEDING_MS_MAX,
  );

  it('leaves a register with members of its own alone', async () => {
    await givenMember(app);
    await expect(seedDemo(app.nest)).rejects.toThrow('has members of its own');
    expect(await offerDemo(app.nest, config, quietly)).toBeUndefined();
  });

  it('is not done where the configuration has it off, or in production', async () => {
    expect(await offerDemo(app.nest, testConfig('', { demo: false }), quietly)).toBeUndefined();
    const production = testConfig('', { nodeEnv: 'production' });
    expect(await offerDemo(app.nest, production, quietly)).toBeUndefined();
    await expect(refuseDemoInProduction(app.nest, production)).resolves.toBeUndefined();
  });
});

const SCREEN =
  'mutation ($input: ScreenMerchantsInput!) { screenMerchants(input: $input) { screenings { ref tier } } }';

const FEED = `query ($after: Cursor) { indicatorChanges(purpose: PERIODIC_REVIEW, first: 100, after: $after) {
  nodes { kind } pageInfo { endCursor hasNextPage } } }`;

interface FeedPage {
  readonly indicatorChanges: {
    readonly nodes: readonly { readonly kind: string }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
}

async function statesIn({ database }: TestApp): Promise<Record<string, number>> {
  const states = await asOwner(database, (tx) =>
    tx.query<{ status: string; count: number }>('select status, count(*)::int from report group by status'),
  );
  return Object.fromEntries(states.map(({ status, count }) => [status, count]));
}
