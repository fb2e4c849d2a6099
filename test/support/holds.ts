import { toGlobalId, type MerchantId } from '../../src/common/id.js';
import type { TestApp } from './app.js';
import { asOwner } from './as-owner.js';
import type { Caller, Variables } from './caller.js';
import { settled } from './register.js';

const REASON = 'An operation is in progress.';

/** Places a hold, which must be taken. Gives its global id. */
export async function placesHold(by: Pick<Caller, 'mutate'>, input: Variables): Promise<string> {
  const { hold, userErrors } = await by.mutate<{ hold: { id: string } | null }>(
    'placeHold',
    { reason: REASON, ...input },
    'hold { id }',
  );
  if (hold === null) throw new Error(`The hold was refused: ${JSON.stringify(userErrors)}`);
  return hold.id;
}

/** Takes a step of a hold's life, which must be taken. */
export async function stepsHold(
  by: Pick<Caller, 'mutate'>,
  step: 'activateHold' | 'reviewHold' | 'extendHold' | 'approveHoldRelease',
  holdId: string,
  input: Variables = {},
): Promise<void> {
  const { userErrors } = await by.mutate(step, { holdId, reason: REASON, ...input });
  if (userErrors.length > 0) throw new Error(`${step} was refused: ${JSON.stringify(userErrors)}`);
}

/** Has two analysts lift a hold, from whatever state it is in. */
export async function liftsHold(
  { analyst, otherAnalyst }: Readonly<Record<'analyst' | 'otherAnalyst', Caller>>,
  holdId: string,
): Promise<void> {
  const { hold } = await analyst.query<{ hold: { status: string } }>(
    'query ($id: ID!) { hold(id: $id, purpose: LAW_ENFORCEMENT) { status } }',
    { id: holdId },
  );
  if (hold.status === 'REQUESTED') await stepsHold(analyst, 'activateHold', holdId);
  if (hold.status !== 'REVIEW') await stepsHold(analyst, 'reviewHold', holdId);
  await stepsHold(analyst, 'approveHoldRelease', holdId);
  await stepsHold(otherAnalyst, 'approveHoldRelease', holdId);
}

/** The merchant that a report stands in now: what no member could tell. */
export async function merchantOfReport(app: TestApp, reportId: string): Promise<string> {
  const bytes = Buffer.from(reportId.slice(4), 'base64url').toString('hex');
  const [row] = await asOwner(app.database, (tx) =>
    tx.query<{ id: MerchantId }>('select merchant_id as id from description where id = $1', [bytes]),
  );
  if (row === undefined) throw new Error('The report was not resolved yet.');
  return toGlobalId('merchant', row.id);
}

const INDICATOR = `id merchantId type scope display strength shared status disputed version reason confidence sources
  handling { tlp sharingGroup { name } } validFrom validUntil changedAt`;

/** One entry of the feed as it was answered. */
export interface FedChange {
  readonly kind: string;
  readonly indicatorId: string;
  readonly indicator: { readonly display: string } | null;
}

/** Reads the feed from the place it was left at. */
export class FeedReader {
  #after: string | undefined;

  constructor(readonly reader: Pick<Caller, 'query'>) {}

  /** Everything that has come since the last time, in order. */
  async news(): Promise<readonly FedChange[]> {
    const news: FedChange[] = [];
    for (;;) {
      const { indicatorChanges } = await this.reader.query<{
        indicatorChanges: { nodes: FedChange[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(
        `query ($after: Cursor) { indicatorChanges(purpose: PERIODIC_REVIEW, first: 50, after: $after) {
           nodes { kind indicatorId changedAt indicator { ${INDICATOR} } } pageInfo { hasNextPage endCursor } } }`,
        { after: this.#after },
      );
      news.push(...indicatorChanges.nodes);
      this.#after = indicatorChanges.pageInfo.endCursor;
      if (!indicatorChanges.pageInfo.hasNextPage) return news;
    }
  }
}

/** Every indicator that a reader may see, without what differs between two of the same content. */
export async function displays(reader: Pick<Caller, 'query'>): Promise<readonly string[]> {
  const { indicators } = await reader.query<{ indicators: { nodes: { type: string; display: string }[] } }>(
    '{ indicators(purpose: INVESTIGATION, first: 100) { nodes { type display } } }',
  );
  return indicators.nodes.map(({ type, display }) => `${type} ${display}`).sort();
}

/** What the reader is told of a merchant by its id. */
export async function merchantSeen(reader: Pick<Caller, 'query'>, id: string): Promise<unknown> {
  const { merchant } = await reader.query<{ merchant: unknown }>(
    `query ($id: ID!) { merchant(id: $id, purpose: INVESTIGATION) { status reasons indicators { nodes { type display } } } }`,
    { id },
  );
  return merchant;
}

/** Places a hold on each of these accounts, and waits until it hides. */
export async function holdsAccounts(
  app: TestApp,
  by: Pick<Caller, 'mutate'>,
  ...accounts: readonly string[]
): Promise<string> {
  const id = await placesHold(by, { identifiers: accounts.map((value) => ({ type: 'IBAN', value })) });
  await settled(app);
  return id;
}
