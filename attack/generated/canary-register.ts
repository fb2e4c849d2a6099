import { newId, toGlobalId } from '../../src/common/id.js';
import type { TestApp } from '../../test/support/app.js';
import type { Variables } from '../../test/support/caller.js';
import { givenMember, type TestMember } from '../../test/support/members.js';
import { anIban, aReport, reports, settled } from '../../test/support/register.js';
import { CANARIES } from './canaries.js';

/** Ids of a register that holds a canary in every hidden value. */
export interface CanaryRegister {
  /** Of objects that hold canaries: nobody who attacks can do anything to them. */
  readonly hidden: readonly string[];
  /** Of a member, its people and its reports on which the coalition's people may do what they are there for. */
  readonly victim: readonly string[];
}

const { content, value, people, screening, group, decision } = CANARIES;

/** A report whose own words are canaries; `seen` in names and identifiers. */
function aCanaryReport(seen: string, number: number, values: Variables = {}): Variables {
  return aReport({
    externalReference: `${content}-${number}`,
    narrative: `The ${content} narrative.`,
    legalName: `${seen} Parcels Ltd`,
    tradeNames: [`${seen} Shop`],
    descriptors: [`${seen}*SHOP`],
    country: 'NL',
    addresses: [{ line: `${number} ${seen} Road`, city: seen, country: 'NL' }],
    principals: [{ name: `${seen} Person`, birthYear: 1970 }],
    identifiers: [
      { type: 'IBAN', value: anIban() },
      { type: 'DOMAIN', value: `${seen}-${number}.example` },
      { type: 'EMAIL', value: `${seen}${number}@${seen}.example` },
    ],
    ...values,
  });
}

/** Fills an empty register. `coalition`: somebody with the roles of analyst and admin. */
export async function seedCanaries(app: TestApp, coalition: TestMember): Promise<CanaryRegister> {
  const owner = await givenMember(app, { name: 'Owner' });
  const friend = await givenMember(app, { name: 'Friend' });
  const victim = await givenMember(app, { name: 'Victim' });
  const { sharingGroup } = await coalition.mutate<{ sharingGroup: { id: string } }>(
    'createSharingGroup',
    { name: `${group} group`, description: `Of the ${group}.`, memberIds: [owner.id, friend.id] },
    'sharingGroup { id }',
  );
  const inGroup = { tlp: 'AMBER', sharingGroupId: sharingGroup.id };
  const hiddenReports = [
    await reports(owner, aCanaryReport(value, 1, { handling: inGroup })),
    await reports(
      owner,
      aCanaryReport(value, 2, { handling: inGroup, tradeNames: [`${value} Shop`, 'Nomu'] }),
    ),
    await reports(owner, aCanaryReport(value, 3, { handling: { tlp: 'RED', namedMemberIds: [friend.id] } })),
    await reports(owner, aCanaryReport(value, 4, { basis: 'MEMBER_TIP' })),
    await reports(owner, aCanaryReport('Velka', 5)),
    await reports(owner, aCanaryReport(value, 6)),
  ];
  const withdrawn = hiddenReports.at(-1) ?? '';
  await owner.mutate('withdrawReport', { reportId: withdrawn, reason: `The ${content} was wrong.` });
  await settled(app);
  const [first, second] = hiddenReports;
  const decided = await coalition.mutate<{ decision: { id: string } | null }>(
    'decideMatch',
    { reportIds: [first, second], verdict: 'SAME', reason: `As ${decision} says.` },
    'decision { id }',
  );
  await settled(app);
  return {
    hidden: [
      owner.id,
      friend.id,
      sharingGroup.id,
      ...hiddenReports,
      ...(decided.decision === null ? [] : [decided.decision.id]),
      ...(await givenPrincipals(owner, people)),
      ...(await shownIds(owner)),
      ...(await screenedIds(owner)),
    ],
    victim: [
      victim.id,
      await reports(victim, aReport({ legalName: 'Orrin Bakery Ltd' })),
      await reports(victim, aReport({ basis: 'MEMBER_TIP', legalName: 'Orrin Bakery' })),
      ...(await givenPrincipals(victim, 'orrin')),
    ],
  };
}

/** A person and a machine of a member, under names with this word. Gives their ids. */
export async function givenPrincipals(member: TestMember, word: string): Promise<readonly string[]> {
  const { memberId } = member;
  return [
    await member
      .mutate<{ user: { id: string } | null }>(
        'createUser',
        {
          email: `${word}${newId('user').slice(0, 8)}@${word}.example`,
          name: `${word} Person`,
          roles: ['SCREENER'],
        },
        'user { id }',
      )
      .then(({ user }) => user?.id ?? ''),
    await member
      .mutate<{ client: { id: string } | null }>(
        'createClient',
        { name: `${word} machine ${memberId.slice(0, 4)}`, scopes: ['screening:run'] },
        'client { id }',
      )
      .then(({ client }) => client?.id ?? ''),
  ];
}

async function shownIds(member: TestMember): Promise<readonly string[]> {
  const { indicators } = await member.query<{
    indicators: { nodes: { id: string; merchantId: string }[] };
  }>('{ indicators(first: 100, purpose: ONBOARDING) { nodes { id merchantId } } }');
  return [...new Set(indicators.nodes.flatMap(({ id, merchantId }) => [id, merchantId]))];
}

async function screenedIds(member: TestMember): Promise<readonly string[]> {
  const { screenings } = await member.mutate<{ screenings: { id: string }[] }>(
    'screenMerchants',
    {
      purpose: 'ONBOARDING',
      merchants: [
        {
          ref: `${screening}-1`,
          legalName: `${screening} Ltd`,
          identifiers: [{ type: 'DOMAIN', value: `${value}-1.example` }],
        },
        { ref: `${screening}-2`, legalName: `${value} Parcels Ltd`, country: 'NL' },
      ],
    },
    'screenings { id }',
  );
  return screenings.map(({ id }) => id);
}

/** Ids of every kind that nobody gave. */
export function absentIds(): readonly string[] {
  return (
    [
      'member',
      'user',
      'client',
      'sharingGroup',
      'report',
      'merchant',
      'indicator',
      'screening',
      'judgement',
      'decision',
    ] as const
  ).map((kind) => toGlobalId(kind, newId(kind)));
}
