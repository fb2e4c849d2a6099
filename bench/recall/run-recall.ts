import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestApp } from '../../test/support/app.js';
import type { Caller } from '../../test/support/caller.js';
import { givenCoalition, givenMember, type TestMember } from '../../test/support/members.js';
import { aReport, anIban, reports } from '../../test/support/register.js';
import type { Cleanup } from '../command/cleanup.js';
import type { RecallOptions } from './options.js';
import type { RecallFigures, RecallRound } from './recall-figures.js';
import { type RecallService, startRecallService } from './recall-service.js';

/** Calls under way at once where all members ask. */
const AT_ONCE = 16;
/** How often it is looked whether the background work is done, and how long it may take. */
const LOOK_MS = 10;
const WAIT_MS_MAX = 120_000;

interface Parties {
  readonly reporter: TestMember;
  readonly members: readonly TestMember[];
  readonly analyst: Caller;
}

/** Has something withdrawn that every member received, again and again. */
export async function runRecall(
  { recipients, rounds }: RecallOptions,
  cleanup: Cleanup,
  say: (line: string) => void,
): Promise<RecallFigures> {
  const service = cleanup.add(await startRecallService());
  const app = service as unknown as TestApp;
  say(`${recipients} members join.`);
  const members = await forAll(Array.from({ length: recipients }), () => givenMember(app));
  const reporter = await givenMember(app, { name: 'reporter' });
  const { analyst } = await givenCoalition(app);
  const figures: RecallRound[] = [];
  // The first is to warm up.
  for (let round = 0; round <= rounds; round += 1) {
    const figure = await runRound(service, { reporter, members, analyst });
    say(`  raised in ${figure.raisedMs.toFixed(0)} ms, delivered in ${figure.deliveredMs.toFixed(0)} ms`);
    if (round > 0) figures.push(figure);
  }
  return {
    bench: 'recall',
    node: process.version,
    cores: availableParallelism(),
    recipients,
    rounds: figures,
  };
}

async function runRound(
  service: RecallService,
  { reporter, members, analyst }: Parties,
): Promise<RecallRound> {
  const reportId = await reports(
    reporter,
    aReport({
      identifiers: [
        { type: 'IBAN', value: anIban() },
        { type: 'IBAN', value: anIban() },
      ],
    }),
  );
  const ids = await until(() => listed(members));
  await forAll(members, (member) =>
    member.query('query ($id: ID!) { merchant(id: $id, purpose: INVESTIGATION) { id } }', ids),
  );
  await reporter.mutate('withdrawReport', { reportId, reason: 'We were mistaken.' });
  const withdrawn = performance.now();
  await until(() => allRaised(service, members.length));
  const raisedMs = performance.now() - withdrawn;

  const recalls = await forAll(members, newestRecall);
  const deliveredMs = performance.now() - withdrawn;
  await forAll(recalls.slice(0, Math.floor(recalls.length / 2)), async ({ alertId }, index) => {
    await members[index]?.mutate('acknowledgeAlert', { alertId }, 'alert { id }');
  });
  const asked = performance.now();
  const waiting = await whoWaits(analyst, recalls[0]?.id ?? '');
  const listMs = performance.now() - asked;
  await forAll(recalls, async ({ id }, index) => {
    await members[index]?.mutate('closeRecall', { recallId: id }, 'recall { id }');
  });
  return { raisedMs, deliveredMs, listMs, waiting };
}

/** The merchant once it is listed. */
async function listed([member]: readonly TestMember[]): Promise<{ id: string } | undefined> {
  const { indicators } = (await member?.query<{ indicators: { nodes: { merchantId: string }[] } }>(
    '{ indicators(purpose: INVESTIGATION, first: 1) { nodes { merchantId } } }',
  )) ?? { indicators: { nodes: [] } };
  const [indicator] = indicators.nodes;
  return indicator && { id: indicator.merchantId };
}

/** Whether as many alerts stand open as there are recipients. */
async function allRaised({ database }: RecallService, recipients: number): Promise<true | undefined> {
  const [row] = await database.systemStatement<{ count: number }>(
    'resolver',
    {
      name: 'bench.raised',
      text: `select count(*)::int as count from alert where kind = 'RECALL' and status = 'RAISED'`,
    },
    [],
  );
  return row?.count === recipients ? true : undefined;
}

async function newestRecall(member: TestMember): Promise<{ readonly id: string; readonly alertId: string }> {
  const { recalls } = await member.query<{ recalls: { nodes: { id: string; alert: { id: string } }[] } }>(
    '{ recalls(filter: { open: true }, first: 1) { nodes { id reason alert { id } indicators { nodes { type display } } } } }',
  );
  const [recall] = recalls.nodes;
  if (recall === undefined) throw new Error('A member that received it has no recall.');
  return { id: recall.id, alertId: recall.alert.id };
}

/** How many the analyst's list names, read to its end. */
async function whoWaits(analyst: Caller, id: string): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ;) {
    const page: {
      recallProgress: {
        waiting: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    } = await analyst.query(
      `query ($id: ID!, $after: Cursor) { recallProgress(id: $id) { waiting(first: 100, after: $after) {
         nodes { memberId memberName acknowledgeBy } pageInfo { hasNextPage endCursor } } } }`,
      { id, after },
    );
    const { nodes, pageInfo } = page.recallProgress.waiting;
    count += nodes.length;
    if (!pageInfo.hasNextPage) return count;
    after = pageInfo.endCursor;
  }
}

async function until<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  const end = performance.now() + WAIT_MS_MAX;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error('The background work does not come to an end.');
    await sleep(LOOK_MS);
  }
}

/** Does the same for each, AT_ONCE at a time, and gives what comes of it in their order. */
async function forAll<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of left) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
