import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Role } from '../src/common/actor.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller, Variables } from './support/caller.js';
import { EVERY_PART } from './support/every-part.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';

let app: TestApp;

beforeAll(async () => {
  app = await createRegister({ modules: EVERY_PART });
});

afterAll(() => app.close());

/** What is shared of reports, and reports as others than their own member read them. */
const SHARED_TYPES = [
  ...['Indicator', 'IndicatorChange', 'Merchant', 'Notice', 'ScreeningMatch'],
  ...['Report', 'PossibleMatch', 'ComparedMatch', 'ReviewedMerchant', 'ReviewDecision', 'Action'],
];

const ACT =
  'An act that changes something: what it is for is the act itself, and it answers with what it changed.';

const DERIVED =
  'What the own member did on account of a recall stands beside it, and the recall beside its alert.';

/** Operations whose answer reaches a shared type without a declared purpose, each with the reason why that is right. */
const WITHOUT_PURPOSE: Readonly<Record<string, string>> = {
  acknowledgeAlert: DERIVED,
  alert: DERIVED,
  alerts: DERIVED,
  closeRecall: DERIVED,
  myWork: `${DERIVED} What else waits is told by its id, and read for a purpose where that is asked.`,
  recall: DERIVED,
  recalls: DERIVED,
  screening: "The own member's question, read again: it is logged with the purpose for which it was asked.",
  screenings: 'The same, one entry for each purpose.',
  acceptReport: ACT,
  correctAction: ACT,
  correctReport: ACT,
  decideMatch: ACT,
  mergeMerchants: ACT,
  recordAction: ACT,
  rejectReport: ACT,
  requestReportInformation: ACT,
  splitMerchant: ACT,
  submitReport: ACT,
  undoDecision: ACT,
  withdrawAction: ACT,
  withdrawReport: ACT,
};

/** Reads that need a purpose only of those who read what other members reported or did: the service asks for it. */
const OPTIONAL_PURPOSE = ['action', 'actions', 'report', 'reports'];

describe('every operation that reads what is shared', () => {
  const schema = (): GraphQLSchema => app.nest.get(GraphQLSchemaHost).schema;

  function reaches(type: GraphQLNamedType, seen: Set<string> = new Set()): boolean {
    if (SHARED_TYPES.includes(type.name)) return true;
    if (!isObjectType(type) || seen.has(type.name)) return false;
    seen.add(type.name);
    // A field that asks for a purpose of its own is read for that.
    return Object.values(type.getFields())
      .filter((field) => purposeOf(field) !== 'required')
      .some((field) => reaches(getNamedType(field.type), seen));
  }

  function purposeOf(field: GraphQLField<unknown, unknown>): 'required' | 'optional' | 'none' {
    const [input] = field.args.filter(({ name }) => name === 'input').map(({ type }) => getNamedType(type));
    const own = field.args.find(({ name }) => name === 'purpose');
    const declared = own ?? (isInputObjectType(input) ? input.getFields()['purpose'] : undefined);
    if (declared === undefined) return 'none';
    return isNonNullType(declared.type) ? 'required' : 'optional';
  }

  const reading = (): GraphQLField<unknown, unknown>[] =>
    [schema().getQueryType(), schema().getMutationType()]
      .flatMap((type) => Object.values(type?.getFields() ?? {}))
      .filter(({ type }) => reaches(getNamedType(type)));

  it('knows the types by the names that the schema has', () => {
    expect(SHARED_TYPES.filter((name) => !isObjectType(schema().getType(name)))).toEqual([]);
  });

  it('declares its purpose, or stands in the list of those that need none', () => {
    const lacking = reading()
      .filter((field) => purposeOf(field) !== 'required' && !OPTIONAL_PURPOSE.includes(field.name))
      .map(({ name }) => name);
    expect(lacking.sort()).toEqual(Object.keys(WITHOUT_PURPOSE).sort());
  });

  it('takes one where it is needed of some readers alone', () => {
    const optional = reading().filter((field) => purposeOf(field) === 'optional');
    expect(optional.map(({ name }) => name).sort()).toEqual(OPTIONAL_PURPOSE);
  });
});

describe('the purpose of a read', () => {
  let reporter: TestMember;
  let reader: TestMember;
  let analyst: Caller;
  let auditor: Caller;
  let both: Caller;
  let reportId: string;
  let ids: { readonly indicator: string; readonly merchant: string; readonly screening: string };

  beforeAll(async () => {
    const coalition = await givenCoalition(app);
    ({ analyst, auditor } = coalition);
    both = await coalition.coalition.as('COALITION_ANALYST', 'AUDITOR');
    ({ reporter, reader } = await givenMembers(app, 'reporter', 'reader'));
    const account = anIban();
    reportId = await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value: account }] }));
    await settled(app);
    const [screened] = await screens(reader, { identifiers: [{ type: 'IBAN', value: account }] });
    const merchant = screened?.matches[0]?.merchantId ?? '';
    const { indicators, screenings } = await reader.query<
      Record<'indicators' | 'screenings', { nodes: { id: string }[] }>
    >('{ indicators(purpose: PERIODIC_REVIEW) { nodes { id } } screenings { nodes { id } } }');
    ids = {
      merchant,
      indicator: indicators.nodes[0]?.id ?? '',
      screening: screenings.nodes[0]?.id ?? '',
    };
  });

  /** The entries that a query leaves in the log: action, purpose, how many objects. */
  async function leaves(caller: Caller, document: string, variables: Variables = {}): Promise<unknown[]> {
    const newest = (tx: { query: <Row>(sql: string, values?: unknown[]) => Promise<Row[]> }, after: string) =>
      tx.query<{ no: string; action: string; purpose: string | null; objects: number }>(
        `select entry_no as no, action, purpose, cardinality(object_ids) as objects from audit_entry
         where entry_no > $1 order by entry_no`,
        [after],
      );
    const before = await asOwner(app.database, (tx) =>
      tx.query<{ no: string }>('select coalesce(max(entry_no), 0) as no from audit_entry'),
    );
    await caller.query(document, variables);
    const entries = await asOwner(app.database, (tx) => newest(tx, before[0]?.no ?? '0'));
    return entries.map(({ action, purpose, objects }) => [action, purpose, objects > 0]);
  }

  it('stands in the audit log with what members read of indicators, and with what they did not find', async () => {
    const absent = 'ind_AAAAAAAAQACAAAAAAAAAAA';
    const one = 'query ($id: ID!) { indicator(id: $id, purpose: TRANSACTION) { id } }';
    expect(await leaves(reader, one, { id: ids.indicator })).toEqual([
      ['indicator.read', 'TRANSACTION', true],
    ]);
    expect(await leaves(reader, one, { id: absent })).toEqual([['indicator.read', 'TRANSACTION', false]]);
    expect(await leaves(reader, '{ indicators(purpose: INVESTIGATION) { nodes { id } } }')).toEqual([
      ['indicator.read', 'INVESTIGATION', true],
    ]);
    expect(await leaves(reader, '{ indicatorChanges(purpose: RETROSPECTIVE) { nodes { kind } } }')).toEqual([
      ['indicator.follow', 'RETROSPECTIVE', true],
    ]);
    const merchant = `query ($id: ID!) { merchant(id: $id, purpose: PRINCIPAL_CHANGE) {
      id indicators { nodes { id } } } }`;
    expect(await leaves(reader, merchant, { id: ids.merchant })).toEqual([
      ['merchant.read', 'PRINCIPAL_CHANGE', true],
      ['indicator.read', 'PRINCIPAL_CHANGE', true],
    ]);
  });

  it('of a screening stands there when its answer is read again', async () => {
    const one = 'query ($id: ID!) { screening(id: $id) { outcome } }';
    expect(await leaves(reader, one, { id: ids.screening })).toEqual([
      ['screening.read', 'ONBOARDING', true],
    ]);
    expect(await leaves(reader, '{ screenings { nodes { id } } }')).toEqual([
      ['screening.read', 'ONBOARDING', true],
    ]);
  });

  it("is declared by whoever reads other members' reports", async () => {
    const [bare, listed] = ['query ($id: ID!) { report(id: $id) { id } }', '{ reports { nodes { id } } }'];
    for (const caller of [analyst, auditor, both]) {
      expect(await caller.errorCodes(bare, { id: reportId })).toEqual(['BAD_USER_INPUT']);
      expect(await caller.errorCodes(listed)).toEqual(['BAD_USER_INPUT']);
    }
    const one = 'query ($id: ID!, $purpose: CoalitionPurpose) { report(id: $id, purpose: $purpose) { id } }';
    expect(await leaves(analyst, one, { id: reportId, purpose: 'TRIAGE' })).toEqual([
      ['report.read', 'TRIAGE', true],
    ]);
    expect(await leaves(auditor, '{ reports(purpose: AUDIT) { nodes { id } } }')).toEqual([
      ['report.list', 'AUDIT', true],
    ]);
  });

  it('is the same question for a report that is there and for one that is not', async () => {
    const absent = 'rpt_AAAAAAAAQACAAAAAAAAAAA';
    const bare = 'query ($id: ID!) { report(id: $id) { id } }';
    expect(await analyst.errorCodes(bare, { id: absent })).toEqual(['BAD_USER_INPUT']);
    const one = 'query ($id: ID!) { report(id: $id, purpose: TRIAGE) { id } }';
    expect(await leaves(analyst, one, { id: absent })).toEqual([['report.read', 'TRIAGE', false]]);
  });

  it('is declared with what analysts read of merchants and decisions', async () => {
    expect(await leaves(analyst, '{ possibleMatches(purpose: RESOLUTION) { nodes { id } } }')).toEqual([
      ['match.list', 'RESOLUTION', expect.any(Boolean)],
    ]);
    expect(await leaves(analyst, '{ decisions(purpose: DISPUTE) { nodes { id } } }')).toEqual([
      ['decision.list', 'DISPUTE', expect.any(Boolean)],
    ]);
    const one = 'query ($id: ID!) { possibleMatch(id: $id, purpose: RESOLUTION) { id } }';
    expect(await leaves(analyst, one, { id: 'jdg_AAAAAAAAQACAAAAAAAAAAA' })).toEqual([
      ['match.read', 'RESOLUTION', false],
    ]);
  });

  it('is not asked of members about their own reports, whose reads are logged all the same', async () => {
    for (const role of ['SUBMITTER', 'MEMBER_ADMIN'] satisfies Role[]) {
      const own = await reporter.as(role);
      expect(await leaves(own, 'query ($id: ID!) { report(id: $id) { id } }', { id: reportId })).toEqual([
        ['report.read', null, true],
      ]);
      expect(await leaves(own, '{ reports { nodes { id } } }')).toEqual([['report.list', null, true]]);
    }
  });

  it('is one of a list', async () => {
    const invented = '{ indicators(purpose: CURIOSITY) { nodes { id } } }';
    expect(await reader.errorCodes(invented)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await reader.errorCodes('{ indicators { nodes { id } } }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
