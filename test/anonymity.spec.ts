import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, type GraphQLNamedType, type GraphQLSchema, isObjectType } from 'graphql';
import { OWN_TYPES, SHARED_FIELDS, SHARED_OPERATIONS } from './access/shared-fields.js';
import type { TestApp } from './support/app.js';
import type { Caller, Variables } from './support/caller.js';
import { EVERY_PART } from './support/every-part.js';
import { givenMember, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';

let app: TestApp;

beforeAll(async () => {
  app = await createRegister({ modules: EVERY_PART });
});

afterAll(() => app.close());

describe('the types by which members read what others reported', () => {
  const schema = (): GraphQLSchema => app.nest.get(GraphQLSchemaHost).schema;

  function collect(type: GraphQLNamedType, into: Map<string, string[]>): Map<string, string[]> {
    if (!isObjectType(type) || into.has(type.name)) return into;
    const fields = Object.values(type.getFields());
    into.set(type.name, fields.map(({ name }) => name).sort());
    for (const field of fields) collect(getNamedType(field.type), into);
    return into;
  }

  it('have the fields of the written list, each with the reason why it tells no reporter and no small count', () => {
    const found = new Map<string, string[]>();
    const roots = { ...schema().getQueryType()?.getFields(), ...schema().getMutationType()?.getFields() };
    for (const name of SHARED_OPERATIONS) {
      const operation = roots[name];
      if (operation === undefined) throw new Error(`There is no operation ${name}.`);
      collect(getNamedType(operation.type), found);
    }
    const listed = Object.entries(SHARED_FIELDS).map(
      ([type, fields]) => [type, Object.keys(fields).sort()] as const,
    );
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed));
  });

  it('hold no free text, no exact count and no member', () => {
    const names = Object.entries(SHARED_FIELDS).flatMap(([type, fields]) =>
      OWN_TYPES.includes(type) ? [] : Object.keys(fields),
    );
    const telling = /narrative|reporter|member|submitted|reference|count|number|total|note$|basis|history/i;
    expect(names.filter((name) => telling.test(name))).toEqual([]);
  });
});

const INDICATOR = `id merchantId type scope display strength shared status disputed version reason confidence sources
  handling { tlp sharingGroup { id name } } validFrom validUntil changedAt`;

/** Everything that a member is told of one account: list, object, merchant, screening, and the whole feed of it. */
async function told(reader: Caller, account: string): Promise<Record<string, unknown>> {
  const [screened] = await screens(reader, { identifiers: [{ type: 'IBAN', value: account }] });
  const merchantId = screened?.matches[0]?.merchantId;
  if (merchantId === undefined) throw new Error('The account is listed.');
  const document = `query ($merchantId: ID!) {
    indicators(purpose: INVESTIGATION, filter: { merchantId: $merchantId }) { nodes { ${INDICATOR} } }
    merchant(id: $merchantId, purpose: INVESTIGATION) { id status reasons indicators { nodes { id } } }
  }`;
  const shown = await reader.query<{ indicators: { nodes: { id: string }[] } }>(document, { merchantId });
  const ids = shown.indicators.nodes.map(({ id }) => id);
  return {
    ...shown,
    screened,
    changes: (await feed(reader)).filter(({ indicatorId }) => ids.includes(indicatorId)),
  };
}

interface Change {
  readonly kind: string;
  readonly indicatorId: string;
  readonly indicator: Variables | null;
  readonly changedAt: string;
}

async function feed(reader: Caller): Promise<readonly Change[]> {
  const found: Change[] = [];
  for (let after: string | null = null; ;) {
    const { indicatorChanges }: { indicatorChanges: Feed } = await reader.query(
      `query ($after: Cursor) { indicatorChanges(purpose: PERIODIC_REVIEW, first: 100, after: $after) {
         nodes { kind indicatorId changedAt indicator { ${INDICATOR} } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    found.push(...indicatorChanges.nodes);
    if (!indicatorChanges.pageInfo.hasNextPage) return found;
    after = indicatorChanges.pageInfo.endCursor;
  }
}

interface Feed {
  readonly nodes: readonly Change[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

let references = 0;

function report(member: TestMember, account: string, values: Variables = {}): Promise<string> {
  references += 1;
  const identifiers = [{ type: 'IBAN', value: account }];
  const basis = 'CYBERTIPLINE_REFERRAL';
  return reports(member, aReport({ identifiers, basis, externalReference: `CT ${references}`, ...values }));
}

describe('a member that reported', () => {
  it('is told exactly what one is told that did not, however many others did', async () => {
    const { first, stranger } = await givenMembers(app, 'first', 'stranger');
    const account = anIban();
    await report(first, account);
    for (let others = 0; others <= 4; others += 1) {
      if (others > 0) await report(await givenMember(app), account);
      await settled(app);
      expect(await told(first, account)).toEqual(await told(stranger, account));
    }
  });

  it('is told nothing when a second and a third report the same, and of three others no more than a band', async () => {
    const { first } = await givenMembers(app, 'first');
    const account = anIban();
    await report(first, account);
    await settled(app);
    const alone = await told(first, account);
    for (let others = 1; others <= 2; others += 1) {
      app.clock.advance({ days: 20 });
      await report(await givenMember(app), account);
      await settled(app);
      expect(await told(first, account)).toEqual(alone);
    }
    await report(await givenMember(app), account);
    await settled(app);
    const now = await told(first, account);
    expect(now['screened']).toMatchObject({ matches: [{ sources: 'THREE_TO_NINE', confidence: 'HIGH' }] });
    expect(now['changes']).toMatchObject([{ indicator: { version: 2, sources: 'THREE_TO_NINE' } }]);
  });

  it('learns nothing from taking its report back and giving it again while fewer than three others did', async () => {
    for (const others of [1, 2]) {
      const { first } = await givenMembers(app, 'first');
      const account = anIban();
      for (let index = 0; index < others; index += 1) await report(await givenMember(app), account);
      await settled(app);
      const before = await told(first, account);
      app.clock.advance({ seconds: 1 });
      const reportId = await report(first, account);
      await settled(app);
      expect(await told(first, account)).toEqual(before);
      await first.mutate('withdrawReport', { reportId, reason: 'To see what changes.' });
      await settled(app);
      expect(await told(first, account)).toEqual(before);
    }
  });
});

describe('a count', () => {
  it('is not that of one member with many sources, nor of many that relay one', async () => {
    const { reader, busy } = await givenMembers(app, 'reader', 'busy');
    const [byOne, relayed] = [anIban(), anIban()];
    for (let index = 0; index < 5; index += 1) await report(busy, byOne);
    for (let index = 0; index < 5; index += 1)
      await report(await givenMember(app), relayed, { externalReference: 'CT 990001' });
    await settled(app);
    for (const account of [byOne, relayed])
      expect(await told(reader, account)).toMatchObject({
        screened: { matches: [{ sources: 'UNDER_THREE', confidence: 'MODERATE' }] },
        indicators: { nodes: [{ version: 1 }] },
      });
  });
});

describe('what is shared', () => {
  const canaries = ['KestrelCanary', 'MulberryCanary', 'TurnstoneCanary', 'PlumeriaCanary'] as const;

  it('holds nothing of the reporter, its words and its references, on any path', async () => {
    const [name, narrative, reference, acquirer] = canaries;
    const { reader } = await givenMembers(app, 'reader');
    const reporter = await givenMember(app, { name });
    const account = anIban();
    const { userErrors } = await reporter.mutate('submitReport', {
      clientReference: `ref ${reference}`,
      report: aReport({
        narrative: `It was ${narrative} who saw it.`,
        externalReference: `HL ${reference}`,
        identifiers: [
          { type: 'IBAN', value: account },
          { type: 'CARD_ACCEPTOR_ID', value: 'ACC7700123', scope: `MEMBER:${acquirer}` },
        ],
      }),
    });
    expect(userErrors).toEqual([]);
    await settled(app);
    const all = JSON.stringify([await told(reader, account), await feed(reader)]);
    expect(all).toContain('ACC7700123');
    for (const canary of [...canaries, reporter.id, reporter.name]) expect(all).not.toContain(canary);
    const stored = await reader.query(
      `{ screenings { nodes { id ref outcome tier notice matches { merchantId tier reasons ruleOut confidence sources
         evidence { field type evidence yours indicatorId explanation } } } } }`,
    );
    for (const canary of [...canaries, reporter.id]) expect(JSON.stringify(stored)).not.toContain(canary);
  });

  it('has no time finer than the week', async () => {
    const { reporter, reader } = await givenMembers(app, 'reporter', 'reader');
    const account = anIban();
    await report(reporter, account);
    await settled(app);
    const times = JSON.stringify(await told(reader, account)).match(/\d{4}-\d\d-\d\dT[^"]*/g) ?? [];
    expect(times.length).toBeGreaterThan(5);
    const coarse = times.filter((time) => time.endsWith('T00:00:00.000Z'));
    expect(coarse).toEqual(times);
  });

  it('is answered to a report of the known as to one of the unknown', async () => {
    const known = anIban();
    for (let index = 0; index < 4; index += 1) await report(await givenMember(app), known);
    await settled(app);
    const answer = async (value: string): Promise<unknown> => {
      const input = {
        clientReference: 'the same',
        report: aReport({ externalReference: 'HL 1', identifiers: [{ type: 'IBAN', value }] }),
      };
      const shown =
        'status version reason basis notices { code } history { status version note } createdAt changedAt';
      return (await givenMember(app)).mutate('submitReport', input, `report { ${shown} }`);
    };
    expect(await answer(known)).toEqual(await answer(anIban()));
  });
});
