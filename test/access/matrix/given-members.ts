import { CLIENT_SCOPES } from '../../../src/access/index.js';
import type { Role } from '../../../src/common/actor.js';
import type { TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import { Caller } from '../../support/caller.js';
import { givenMember, type TestMember } from '../../support/members.js';
import { aReader, type Home, type Machine, type Person, type Reader } from './reader.js';
import type { UserTarget } from './targets.js';

/** The members of the seeded coalition by what they are to the others. */
export interface Members {
  readonly bank: TestMember;
  readonly coalition: TestMember;
  readonly liaison: TestMember;
  /** Reports what the others may or may not see. */
  readonly peer: TestMember;
  /** Is named on what the others are not. */
  readonly third: TestMember;
  readonly suspended: TestMember;
}

/** Every member of the coalition but the one that applies, each with its place and its standing told. */
export async function givenCast(app: TestApp): Promise<Members> {
  const [bank, coalition, liaison, peer, third, suspended] = [
    await givenMember(app, { name: 'Bank' }),
    await givenMember(app, { name: 'Coalition', kind: 'CLEARINGHOUSE' }),
    await givenMember(app, { name: 'Liaison', kind: 'LAW_ENFORCEMENT_LIAISON' }),
    await givenMember(app, { name: 'Peer', kind: 'HOTLINE' }),
    await givenMember(app, { name: 'Third', kind: 'HOTLINE' }),
    await givenMember(app, { name: 'Suspended' }),
  ];
  await asOwner(app.database, (tx) =>
    tx.query(
      `update member set region = 'EU', agreement_version = '2026-1', agreement_signed_at = applied_at,
         agreement_signed_by = 'Signer ' || name`,
    ),
  );
  return { bank, coalition, liaison, peer, third, suspended };
}

/** A person of a member, who tells of itself by what it may always ask. */
export async function aPerson(member: TestMember, ...roles: readonly Role[]): Promise<Person> {
  const caller = await member.as(...roles);
  const { viewer } = await caller.query<{ viewer: { user: Omit<UserTarget, 'kind'> } }>(
    '{ viewer { user { id email name } } }',
  );
  return { caller, user: { kind: 'user', ...viewer.user } };
}

export async function aMachine(member: TestMember, ...scopes: readonly string[]): Promise<Machine> {
  const caller = await member.client(...scopes);
  const { viewer } = await caller.query<{ viewer: { client: { id: string } } }>(
    '{ viewer { client { id } } }',
  );
  return { caller, client: { kind: 'client', id: viewer.client.id } };
}

/** Everybody who asks, and those whom they ask about. */
export interface Cast {
  readonly members: Members;
  /** The readers who are people. */
  readonly people: readonly {
    readonly person: Person;
    readonly home: Home;
    readonly powerful: boolean;
  }[];
  readonly readers: readonly Reader[];
  readonly submitter: Person;
  readonly screener: Person;
  readonly analyst: Person;
  readonly admin: Person;
  readonly otherAdmin: Person;
  readonly otherAnalyst: Person;
  /** An analyst of the member that is named on what the others may not see. */
  readonly namedAnalyst: Person;
  readonly officer: Person;
  readonly scoped: Machine;
  /** A machine and a person of the bank of whom nobody is. */
  readonly idleMachine: Machine;
  readonly colleague: Person;
  readonly powerful: Person;
  /** Whose account is to be ended. */
  readonly ended: Person;
  readonly peerPerson: Person;
  readonly peerMachine: Machine;
}

const EVERY_ROLE: readonly Role[] = [
  'SUBMITTER',
  'SCREENER',
  'MEMBER_ADMIN',
  'COALITION_ANALYST',
  'COALITION_ADMIN',
  'LIAISON',
  'AUDITOR',
];

/** Makes everybody. Those who are to be shut out still take part. */
export async function givenPeople(members: Members): Promise<Cast> {
  const { bank, coalition, liaison, peer, suspended } = members;
  const submitter = await aPerson(bank, 'SUBMITTER');
  const screener = await aPerson(bank, 'SCREENER');
  const memberAdmin = await aPerson(bank, 'MEMBER_ADMIN');
  const analyst = await aPerson(coalition, 'COALITION_ANALYST');
  const admin = await aPerson(coalition, 'COALITION_ADMIN');
  const officer = await aPerson(liaison, 'LIAISON');
  const auditor = await aPerson(coalition, 'AUDITOR');
  const scoped = await aMachine(bank, ...CLIENT_SCOPES);
  const unscoped = await aMachine(bank);
  const at = {
    bank: { home: 'bank' as const, member: memberTarget(bank) },
    coalition: { home: 'coalition' as const, member: memberTarget(coalition) },
    liaison: { home: 'liaison' as const, member: memberTarget(liaison) },
  };
  const ended = await aPerson(bank, ...EVERY_ROLE);
  const shutOut = [
    await holding('one with a token past its time', await bank.as(...EVERY_ROLE)),
    calling('one whose member is suspended', await suspended.as(...EVERY_ROLE)),
    calling('one whose account was ended', ended.caller),
    { name: 'one without a token', token: () => Promise.resolve(undefined) },
  ];
  return {
    members,
    people: [
      ...[submitter, screener, memberAdmin].map(
        (person) => ({ person, home: 'bank', powerful: false }) as const,
      ),
      ...[analyst, admin, auditor].map((person) => ({ person, home: 'coalition', powerful: true }) as const),
      { person: officer, home: 'liaison', powerful: true },
    ],
    readers: [
      aReader('a submitter', 'submitter', at.bank, submitter),
      aReader('a screener', 'screener', at.bank, screener),
      aReader('a member admin', 'member admin', at.bank, memberAdmin),
      aReader('an analyst', 'analyst', at.coalition, analyst),
      aReader('a coalition admin', 'coalition admin', at.coalition, admin),
      aReader('a liaison', 'liaison', at.liaison, officer),
      aReader('an auditor', 'auditor', at.coalition, auditor),
      aReader('a machine with every scope', 'client', at.bank, scoped),
      aReader('a machine without a scope', 'client without scope', at.bank, unscoped),
      ...shutOut.map((each): Reader => ({
        ...each,
        column: 'not signed in',
        ...at.bank,
        principalId: undefined,
      })),
    ],
    submitter,
    screener,
    analyst,
    admin,
    officer,
    otherAdmin: await aPerson(coalition, 'COALITION_ADMIN'),
    namedAnalyst: await aPerson(members.third, 'COALITION_ANALYST'),
    otherAnalyst: await aPerson(coalition, 'COALITION_ANALYST'),
    scoped,
    idleMachine: await aMachine(bank, 'screening:run'),
    colleague: await aPerson(bank, 'SUBMITTER', 'SCREENER'),
    powerful: await aPerson(bank, 'COALITION_ANALYST'),
    ended,
    peerPerson: await aPerson(peer, 'SUBMITTER', 'SCREENER'),
    peerMachine: await aMachine(peer, 'screening:run'),
  };
}

/** Somebody who goes on using the token of now. */
async function holding(name: string, caller: Caller): Promise<Pick<Reader, 'name' | 'token'>> {
  const token = await caller.token();
  return { name, token: () => Promise.resolve(token) };
}

/** Somebody whose token is in time, whatever became of its holder. */
function calling(name: string, caller: Caller): Pick<Reader, 'name' | 'token'> {
  return { name, token: () => caller.token() };
}

export function memberTarget(member: TestMember): Reader['member'] {
  return { kind: 'member', id: member.id, name: member.name };
}
