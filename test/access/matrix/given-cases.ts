import { ExpirySweep } from '../../../src/indicator/index.js';
import type { TestApp } from '../../support/app.js';
import type { Caller } from '../../support/caller.js';
import { settled } from '../../support/register.js';
import type { CaseName } from './belonging.js';
import { canaryWord, caseValues } from './canary-values.js';
import { foundCase, type GivenCase, reportCase } from './given-case.js';
import type { Cast } from './given-members.js';
import type { CaseTarget } from './targets.js';

/** Cases whose reports describe nothing any more. */
const NOT_REVIEWED: ReadonlySet<CaseName> = new Set(['withdrawn', 'expired']);
/** Cases that only an analyst of the member that they name may decide about. */
const REVIEWED_BY_NAMED: ReadonlySet<CaseName> = new Set(['unnamed', 'sealed@bank']);

/** Reports every case, lets the background follow, and brings each to where its name says. */
export async function givenCases(
  app: TestApp,
  cast: Cast,
  groups: { readonly inside: string; readonly outside: string },
): Promise<ReadonlyMap<CaseName, CaseTarget>> {
  const desk = { analyst: cast.analyst.caller };
  const reported = new Map<CaseName, readonly string[]>();
  const report = async (given: GivenCase): Promise<void> => {
    reported.set(given.name, await reportCase(given, desk));
    // Each at a time of its own, so that lists have one order.
    app.clock.advance({ seconds: 1 });
  };

  const shared = { tlp: 'AMBER' };
  const reporter = cast.peerPerson.caller;
  const accept = 'accept';
  await report({ name: 'expired', reporter, handling: shared, triage: accept, reason: 'CSAM_ADVERTISING' });
  await settled(app);
  app.clock.advance({ days: 2 * 366 });
  await app.nest.get(ExpirySweep).sweep();
  await settled(app);

  for (const given of await ownCases(cast)) await report(given);
  const { bank, coalition, liaison, third } = cast.members;
  const homes = [bank.id, coalition.id, liaison.id];
  await report({ name: 'other', reporter, handling: shared, triage: accept });
  await report({
    name: 'group',
    reporter,
    handling: { tlp: 'AMBER', sharingGroupId: groups.inside },
    triage: accept,
  });
  await report({
    name: 'outside',
    reporter,
    handling: { tlp: 'AMBER_STRICT', sharingGroupId: groups.outside },
    triage: accept,
  });
  await report({ name: 'named', reporter, handling: { tlp: 'RED', namedMemberIds: homes }, triage: accept });
  await report({
    name: 'unnamed',
    reporter,
    handling: { tlp: 'RED', namedMemberIds: [third.id] },
    triage: 'none',
  });
  await report({
    name: 'sealed@bank',
    reporter: cast.submitter.caller,
    handling: { tlp: 'RED', namedMemberIds: [third.id] },
    triage: 'none',
  });
  await report({ name: 'nobody', reporter, handling: { tlp: 'RED' }, triage: accept });
  await report({ name: 'pending', reporter, handling: shared, triage: 'ask' });
  await report({ name: 'withdrawn', reporter, handling: shared, triage: accept });
  await report({ name: 'withheld', reporter, handling: shared, triage: accept });
  // On what nobody has reported yet: it is never seen, not even for a moment.
  const holds = [await placeHold(cast.officer.caller, 'held')];
  await report({ name: 'held', reporter, handling: shared, triage: accept });
  await settled(app);
  await withdraw(reporter, reported.get('withdrawn') ?? []);
  holds.push(await placeHold(cast.officer.caller, 'withheld'));
  await settled(app);
  for (const holdId of holds)
    await cast.analyst.caller.mutate('activateHold', {
      holdId,
      reason: `Because of ${canaryWord('hold active')}.`,
    });
  await settled(app);

  const found = new Map<CaseName, CaseTarget>();
  for (const [name, ids] of reported) found.set(name, await foundCase(app, name, ids));
  await review(app, cast, found);
  return found;
}

/** A liaison's request that nobody act on the merchant of a case. Gives its global id. */
async function placeHold(officer: Caller, name: CaseName): Promise<string> {
  const { host, iban, companyNumber } = caseValues(name);
  const { hold, userErrors } = await officer.mutate<{ hold: { id: string } | null }>(
    'placeHold',
    {
      identifiers: [
        { type: 'DOMAIN', value: host },
        { type: 'IBAN', value: iban },
        { type: 'COMPANY_REG_NO', scope: 'GB', value: companyNumber },
      ],
      reason: `Because of ${canaryWord('hold liaison')}.`,
    },
    'hold { id }',
  );
  if (hold === null) throw new Error(`${name}: ${JSON.stringify(userErrors)}`);
  return hold.id;
}

/** Reports by two people of each home, shared with all. */
async function ownCases({ members, submitter, colleague }: Cast): Promise<GivenCase[]> {
  const handling = { tlp: 'AMBER' };
  const triage = 'accept';
  const cases: GivenCase[] = [
    { name: 'own@bank', reporter: submitter.caller, handling, triage },
    { name: 'colleague@bank', reporter: colleague.caller, handling, triage },
  ];
  for (const home of ['coalition', 'liaison'] as const)
    for (const whose of ['own', 'colleague'] as const)
      cases.push({
        name: `${whose}@${home}`,
        reporter: await members[home].as('SUBMITTER'),
        handling,
        triage,
      });
  return cases;
}

async function withdraw(reporter: Caller, ids: readonly string[]): Promise<void> {
  for (const reportId of ids)
    await reporter.mutate('withdrawReport', {
      reportId,
      reason: `Because of ${canaryWord('withdrawal')}.`,
    });
}

/** Two decisions about each case's possible match: one that is undone, one that leaves it open. */
async function review(app: TestApp, cast: Cast, found: Map<CaseName, CaseTarget>): Promise<void> {
  const decide = async (
    analyst: Caller,
    possibleMatchId: string,
    verdict: string,
    reason: string,
  ): Promise<string> => {
    const { decision, userErrors } = await analyst.mutate<{ decision: { id: string } | null }>(
      'decideMatch',
      { possibleMatchId, verdict, reason },
      'decision { id }',
    );
    if (decision === null) throw new Error(`${reason}: ${JSON.stringify(userErrors)}`);
    return decision.id;
  };
  for (const [name, target] of found) {
    if (NOT_REVIEWED.has(name)) continue;
    const analyst = (REVIEWED_BY_NAMED.has(name) ? cast.namedAnalyst : cast.analyst).caller;
    const undone = await decide(
      analyst,
      target.possibleMatch,
      'DIFFERENT',
      `Because of ${canaryWord(`${name} first`)}.`,
    );
    await settled(app);
    await analyst.mutate('undoDecision', {
      decisionId: undone,
      reason: `Because of ${canaryWord(`${name} undo`)}.`,
    });
    await settled(app);
    const ids = [target.report, target.twin, target.rival];
    const now = await foundCase(app, name, ids);
    app.clock.advance({ seconds: 1 });
    const decision = await decide(
      analyst,
      now.possibleMatch,
      'UNSURE',
      `Because of ${canaryWord(`${name} second`)}.`,
    );
    found.set(name, { ...now, decision });
  }
  await settled(app);
}
