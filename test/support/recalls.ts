import type { TestApp } from './app.js';
import type { Caller, Variables } from './caller.js';
import { settled } from './register.js';

/** A recall as its recipient is shown it. */
export interface ShownRecall {
  readonly id: string;
  readonly reason: string;
  readonly merchantId: string | null;
  readonly alert: { readonly id: string; readonly status: string; readonly overdue: boolean };
  readonly indicators: { readonly nodes: readonly { readonly type: string; readonly display: string }[] };
}

/** What a member is told of recalls, newest first. */
export async function recallsOf(
  member: Pick<Caller, 'query'>,
  filter: Variables | null = null,
): Promise<readonly ShownRecall[]> {
  const { recalls } = await member.query<{ recalls: { nodes: ShownRecall[] } }>(
    `query ($filter: RecallFilter) { recalls(filter: $filter, first: 10) { nodes { id reason merchantId
       alert { id kind status overdue acknowledgeBy actBy }
       indicators(first: 20) { nodes { indicatorId type scope display } } } } }`,
    { filter },
  );
  return recalls.nodes;
}

/** An indicator as the list shows it. */
export interface Listed {
  readonly id: string;
  readonly merchantId: string;
  readonly display: string;
}

/** Reads the whole list, and gives it. */
export async function lists(member: Pick<Caller, 'query'>): Promise<readonly Listed[]> {
  const { indicators } = await member.query<{ indicators: { nodes: Listed[] } }>(
    '{ indicators(purpose: INVESTIGATION, first: 100) { nodes { id merchantId display } } }',
  );
  return indicators.nodes;
}

/** Takes a report back, and waits until all is told. */
export async function withdraws(
  app: TestApp,
  member: Pick<Caller, 'mutate'>,
  reportId: string,
): Promise<void> {
  const { userErrors } = await member.mutate('withdrawReport', { reportId, reason: 'We were mistaken.' });
  if (userErrors.length > 0) throw new Error(`It was refused: ${JSON.stringify(userErrors)}`);
  await settled(app);
}
