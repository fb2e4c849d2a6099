import { setTimeout as sleep } from 'node:timers/promises';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { CLIENT_SCOPES } from '../../src/access/index.js';
import { newId, toGlobalId } from '../../src/common/id.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { Caller, Variables } from '../support/caller.js';
import { EVERY_PART } from '../support/every-part.js';
import { givenMember, givenMembers, type TestMember } from '../support/members.js';
import { wholeOperation } from '../support/whole-operation.js';
import { OPERATIONS, type Targets } from './operations.js';

const IBAN = 'GB82WEST12345698765432';
/** What the owner's own answers show: its texts, its people, or a change (the oldest of the feed may tell of an end). */
const OWNED = /canary|The group|"kind":|"roles":/i;

/** Texts that only the owner may ever see. */
const CANARIES = [
  'Canary Parcels',
  'canary-shop',
  'canary-held',
  'canary hold',
  'canary narrative',
  'R-canary',
  IBAN,
  'WEST',
  'X-canary',
  'ref-canary',
];

const REPORT = {
  reason: 'CSAM_SALE',
  basis: 'TEST_TRANSACTION',
  externalReference: 'X-canary',
  paymentMethods: ['CARD'],
  legalName: 'Canary Parcels Ltd',
  identifiers: [
    { type: 'IBAN', value: IBAN },
    { type: 'DOMAIN', value: 'canary-shop.example' },
  ] as Variables[],
  narrative: 'The canary narrative.',
};

/** To show 5 of the issue: every operation of the schema, aimed at another's data. */
describe('another member’s data', () => {
  let app: TestApp;
  let owner: TestMember;
  let targets: Targets;
  let schema: GraphQLSchema;
  const callers: Record<string, Caller> = {};

  beforeAll(async () => {
    app = await createTestApp({ modules: EVERY_PART });
    schema = app.nest.get(GraphQLSchemaHost).schema;
    const members = await givenMembers(app, 'owner', 'outsider', 'suspended');
    const coalition = await givenMember(app, {
      name: 'coalition',
      roles: ['COALITION_ADMIN', 'COALITION_ANALYST'],
    });
    owner = members.owner;
    targets = await givenTargets(coalition, members.suspended);
    callers['a member outside the group'] = members.outsider;
    callers['its machine with every scope'] = await members.outsider.client(...CLIENT_SCOPES);
    callers['another liaison'] = await members.outsider.as('LIAISON');
    callers['a suspended member of the group'] = members.suspended;
    callers['a caller without a token'] = app.anonymous;
    await members.suspended.token();
    await coalition.mutate('suspendMember', { memberId: members.suspended.id, reason: 'As the test says.' });
  });

  afterAll(() => app.close());

  /** One of each kind of object, all the owner's, shared with a group that the suspended member is in as well. */
  async function givenTargets(coalition: TestMember, alsoInGroup: TestMember): Promise<Targets> {
    const { sharingGroup } = await coalition.mutate<{ sharingGroup: { id: string } }>(
      'createSharingGroup',
      { name: 'The group', description: 'Of the test.', memberIds: [owner.id, alsoInGroup.id] },
      'sharingGroup { id }',
    );
    const handling = { tlp: 'AMBER', sharingGroupId: sharingGroup.id };
    const submit = async (reference: string, identifiers = REPORT.identifiers): Promise<string> =>
      (
        await owner.mutate<{ report: { id: string } }>(
          'submitReport',
          { clientReference: reference, report: { ...REPORT, identifiers, handling } },
          'report { id }',
        )
      ).report.id;
    const [report, otherReport] = [await submit('R-canary-1'), await submit('R-canary-2')];
    for (const [index, number] of ['01234567', '07654321'].entries())
      await submit(`R-canary-${index + 3}`, [
        { type: 'IBAN', value: 'DE89370400440532013000' },
        { type: 'COMPANY_REG_NO', scope: 'GB', value: number },
      ]);
    await app.idle();
    const { decision } = await coalition.mutate<{ decision: { id: string } }>(
      'decideMatch',
      { reportIds: [report, otherReport], verdict: 'SAME', reason: 'The canary.' },
      'decision { id }',
    );
    const { possibleMatches } = await coalition.query<{
      possibleMatches: { nodes: { id: string; right: { merchantId: string } }[] };
    }>(
      '{ possibleMatches(purpose: RESOLUTION, filter: { reasons: [NUMBER_CONFLICT] }) { nodes { id right { merchantId } } } }',
    );
    const [match] = possibleMatches.nodes;
    if (match === undefined) throw new Error('Two company numbers under one account are a possible match.');
    await app.idle();
    const { indicators } = await owner.query<{ indicators: { nodes: { id: string; merchantId: string }[] } }>(
      '{ indicators(purpose: ONBOARDING) { nodes { id merchantId } } }',
    );
    const [indicator] = indicators.nodes;
    if (indicator === undefined) throw new Error('The owner sees its own indicators.');
    const { screenings } = await owner.mutate<{ screenings: { id: string }[] }>(
      'screenMerchants',
      {
        purpose: 'ONBOARDING',
        merchants: [{ ref: 'ref-canary', identifiers: [{ type: 'IBAN', value: IBAN }] }],
      },
      'screenings { id }',
    );
    const { client } = await owner.mutate<{ client: { id: string } }>(
      'createClient',
      { name: 'Canary machine', scopes: ['screening:run'] },
      'client { id }',
    );
    const { user } = await owner.mutate<{ user: { id: string } }>(
      'createUser',
      { email: 'canary@owner.example', name: 'Canary Person', roles: ['SCREENER'] },
      'user { id }',
    );
    await owner.mutate('registerServiceRange', { kind: 'WALLET_PROVIDER', value: 'PAYPAL' });
    const liaison = await owner.as('LIAISON');
    const { hold } = await liaison.mutate<{ hold: { id: string } }>(
      'placeHold',
      { identifiers: [{ type: 'DOMAIN', value: 'canary-held.example' }], reason: 'The canary hold.' },
      'hold { id }',
    );
    return {
      member: owner.id,
      sharingGroup: sharingGroup.id,
      user: user.id,
      client: client.id,
      report,
      otherReport,
      possibleMatch: match.id,
      decision: decision.id,
      hold: hold.id,
      indicator: indicator.id,
      merchant: indicator.merchantId,
      otherMerchant: match.right.merchantId,
      screening: screenings[0]?.id ?? '',
    };
  }

  const absent = (): Targets => ({
    member: toGlobalId('member', newId('member')),
    sharingGroup: toGlobalId('sharingGroup', newId('sharingGroup')),
    user: toGlobalId('user', newId('user')),
    client: toGlobalId('client', newId('client')),
    report: toGlobalId('report', newId('report')),
    otherReport: toGlobalId('report', newId('report')),
    possibleMatch: toGlobalId('judgement', newId('judgement')),
    decision: toGlobalId('decision', newId('decision')),
    hold: toGlobalId('hold', newId('hold')),
    indicator: toGlobalId('indicator', newId('indicator')),
    merchant: toGlobalId('merchant', newId('merchant')),
    otherMerchant: toGlobalId('merchant', newId('merchant')),
    screening: toGlobalId('screening', newId('screening')),
  });

  const operationNames = (): string[] =>
    [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));

  async function answerTo(
    caller: Caller,
    name: string,
    aimedAt: Targets,
  ): Promise<{ status: number; text: string }> {
    const query = schema.getQueryType()?.getFields()[name];
    const field = query ?? schema.getMutationType()?.getFields()[name];
    const variables = OPERATIONS[name];
    if (field === undefined || variables === undefined)
      throw new Error(`${name} is not in the schema and the table.`);
    const answer = await caller.send(wholeOperation(query ? 'query' : 'mutation', field), variables(aimedAt));
    return { status: answer.status, text: withoutIds(answer.text) };
  }

  /** Ids, secrets and times differ between any two answers. */
  const withoutIds = (text: string): string =>
    text
      .replaceAll(/"(?:[a-z]{3}_)[A-Za-z0-9_-]{22}"/g, '"id"')
      .replaceAll(/"requestId":"[^"]+"/g, '"requestId":"r"')
      // What is left of the caller's own share, which each request makes less.
      .replaceAll(/"remaining":\d+/g, '"remaining":0')
      .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"time"')
      .replaceAll(
        /"(clientSecret|password|totpSecret|totpUri|ticket|endCursor|cursor)":"[^"]*"/g,
        '"$1":"s"',
      );

  it('is aimed at by every operation of the schema', () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(operationNames().sort());
  });

  const CALLERS = [
    'a member outside the group',
    'its machine with every scope',
    'another liaison',
    'a suspended member of the group',
    'a caller without a token',
  ];
  /** The directory names active members to everyone signed in, and a new name can be taken once. */
  const DIFFERS_BY_RULE = new Set(['member']);
  const cases = CALLERS.flatMap((caller) => Object.keys(OPERATIONS).map((name) => [caller, name] as const));

  it.each(cases)('answers %s as if there were none: %s', async (who, name) => {
    const caller = callers[who] as Caller;
    const [there, nowhere] = [await answerTo(caller, name, targets), await answerTo(caller, name, absent())];

    if (DIFFERS_BY_RULE.has(name) && !who.includes('without') && !who.includes('suspended')) {
      const { data, errors } = JSON.parse(there.text) as { data: unknown; errors?: unknown };
      expect({ data, errors }).toEqual({
        errors: undefined,
        data: {
          member: expect.objectContaining({
            status: null,
            agreementVersion: null,
            appliedAt: null,
            approvals: null,
          }) as unknown,
        },
      });
    } else {
      expect(there).toEqual(nowhere);
    }
    expect(there.text).not.toMatch(/TOO_COMPLEX|BAD_USER_INPUT|GRAPHQL_|INTERNAL/);
    for (const canary of CANARIES) expect(there.text).not.toContain(canary);
  });

  it('is nothing but UNAUTHENTICATED to a caller without a token', async () => {
    for (const name of Object.keys(OPERATIONS)) {
      const { text } = await answerTo(app.anonymous, name, targets);

      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  it('is nothing to a suspended member: UNAUTHENTICATED, or FORBIDDEN where its roles do not reach anyway', async () => {
    for (const name of Object.keys(OPERATIONS)) {
      const { text } = await answerTo(callers['a suspended member of the group'] as Caller, name, targets);
      const active = await answerTo(callers['a member outside the group'] as Caller, name, absent());
      const code = active.text.includes('"FORBIDDEN"') ? 'FORBIDDEN' : 'UNAUTHENTICATED';

      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code } }] });
    }
  });

  /** Without this the cases above could pass because the questions were wrong. */
  it.each([
    'report',
    'reports',
    'indicator',
    'indicators',
    'indicatorChanges',
    'merchant',
    'screening',
    'screenings',
    'sharingGroups',
    'users',
    'clients',
  ])('is given to its owner: %s', async (name) => {
    // What the background writes follows within a second.
    let text = '';
    for (let wait = 0; wait < 50 && !OWNED.test(text); wait += 1) {
      await sleep(wait === 0 ? 0 : 100);
      ({ text } = await answerTo(owner, name, targets));
    }

    expect(text).toMatch(OWNED);
    expect(text).not.toContain('"errors"');
  });

  it('is still as its owner left it', async () => {
    const { report, users, clients } = await owner.query<{
      report: unknown;
      users: { nodes: { active: boolean }[] };
      clients: { nodes: { active: boolean }[] };
    }>(
      `query ($id: ID!) { report(id: $id) { status version } users { nodes { active } } clients { nodes { active } } }`,
      { id: targets.report },
    );

    expect(report).toEqual({ status: 'ACCEPTED', version: 1 });
    expect([...users.nodes, ...clients.nodes].every(({ active }) => active)).toBe(true);
  });
});
