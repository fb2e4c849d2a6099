import { Module, type Type } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { ActionModule } from '../../src/action/index.js';
import { AlertModule } from '../../src/alert/index.js';
import { DisputeModule } from '../../src/dispute/index.js';
import { HoldModule } from '../../src/hold/index.js';
import { FeedFollowers, FeedSequencer, IndicatorModule } from '../../src/indicator/index.js';
import { MerchantModule } from '../../src/merchant/index.js';
import { RecallModule, RecallSearch } from '../../src/recall/index.js';
import { NoticeModule } from '../../src/notice/index.js';
import { ReportModule } from '../../src/report/index.js';
import { ScreeningModule } from '../../src/screening/index.js';
import { WorkModule } from '../../src/work/index.js';
import { createTestApp, type TestApp, type TestAppOptions } from './app.js';
import type { Variables } from './caller.js';
import type { TestMember } from './members.js';

/** The parts from a report to a screening. */
@Module({
  imports: [
    MerchantModule,
    ReportModule,
    IndicatorModule,
    HoldModule,
    ScreeningModule,
    AlertModule,
    NoticeModule,
    RecallModule,
    ActionModule,
    DisputeModule,
    WorkModule,
  ],
})
class RegisterModule {}

export const REGISTER: readonly Type[] = [RegisterModule];

/** The whole path: reports are resolved and listed in the background, by this process. */
export function createRegister(options: TestAppOptions = {}): Promise<TestApp> {
  return createTestApp({ ...options, modules: [...REGISTER, ...(options.modules ?? [])] });
}

/** Resolves when all that was reported is resolved, listed, has its place in the feed, and was followed there, recalls included. */
export async function settled(app: TestApp): Promise<void> {
  // Resolving leaves events for listing: a second look finds those that the first one caused.
  await app.idle();
  await app.idle();
  const sequencer = app.nest.get(FeedSequencer);
  for (let tries = 0; tries < 100; tries += 1) {
    await sequencer.sequence();
    const waiting = await app.database.systemStatement(
      'sequencer',
      { name: 'test.unsequenced', text: 'select 1 from waiting_change limit 1' },
      [],
    );
    if (waiting.length === 0) {
      await app.nest.get(FeedFollowers).followAll();
      await recallsSettled(app);
      return;
    }
    await sleep(5);
  }
  throw new Error('The feed has changes without a place.');
}

/** Recalls wait for what is under way in the whole server, and so in other tests' databases: this does not wait for long. */
async function recallsSettled(app: TestApp): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    await app.nest.get(RecallSearch).settleAll();
    const open = await app.database.systemStatement(
      'resolver',
      { name: 'test.unsettledRecalls', text: 'select 1 from recall where settled_at is null limit 1' },
      [],
    );
    if (open.length === 0) return;
    await sleep(10);
  }
}

let references = 0;

/** A report that is accepted at once and shared with the whole coalition. Name what matters to the test. */
export function aReport(values: Variables = {}): Variables {
  references += 1;
  return {
    reason: 'CSAM_SALE',
    basis: 'HOTLINE_REFERRAL',
    externalReference: `HOTLINE-${references}`,
    paymentMethods: ['CARD'],
    handling: { tlp: 'AMBER' },
    identifiers: [{ type: 'IBAN', value: anIban() }],
    ...values,
  };
}

/** Submits a report, which must be taken. Gives its global id. */
export async function reports(member: Pick<TestMember, 'mutate'>, report: Variables): Promise<string> {
  references += 1;
  const { report: taken, userErrors } = await member.mutate<{ report: { id: string } | null }>(
    'submitReport',
    { clientReference: `case ${references}`, report },
    'report { id }',
  );
  if (taken === null) throw new Error(`The report was refused: ${JSON.stringify(userErrors)}`);
  return taken.id;
}

let accounts = 0;

/** An IBAN with valid check digits that nobody issued and no other call gives. */
export function anIban(): string {
  accounts += 1;
  const account = `TEST${String(accounts).padStart(10, '0')}`;
  const digits = Array.from(`${account}NL00`, (character) => parseInt(character, 36)).join('');
  const check = 98n - (BigInt(digits) % 97n);
  return `NL${String(check).padStart(2, '0')}${account}`;
}

/** What a screening says, without what differs from call to call. */
export interface Screened {
  readonly outcome: string;
  readonly tier: string;
  readonly matches: readonly {
    readonly merchantId: string;
    readonly tier: string;
    readonly reasons: readonly string[];
    readonly confidence: string;
    readonly sources: string;
    readonly ruleOut: readonly string[];
    readonly evidence: readonly {
      readonly field: string;
      readonly evidence: string;
      readonly yours: string;
    }[];
  }[];
  readonly refusals: readonly { readonly code: string; readonly field: readonly string[] }[];
}

/** Screens merchants and gives the answers in order. */
export async function screens(
  member: Pick<TestMember, 'mutate'>,
  ...subjects: readonly Variables[]
): Promise<Screened[]> {
  const merchants = subjects.map((subject, index) => ({ ref: `row ${index}`, ...subject }));
  const { screenings } = await member.mutate<{ screenings: Screened[] }>(
    'screenMerchants',
    { purpose: 'ONBOARDING', merchants },
    `screenings { outcome tier refusals { code field } matches { merchantId tier reasons confidence sources ruleOut
       evidence { field evidence yours } } }`,
  );
  return screenings;
}
