import type { TestApp } from './app.js';
import type { Caller, Variables } from './caller.js';
import { settled } from './register.js';

/** A dispute as it was answered. */
export interface SeenDispute {
  readonly id: string;
  readonly part: string;
  readonly merchantId: string | null;
  readonly ownReportIds: readonly string[];
  readonly status: string;
  readonly appealed: boolean;
  readonly grounds: string;
  readonly statement: string;
  readonly answerBy: string;
  readonly answer: { readonly answer: string; readonly statement: string } | null;
  readonly lapsed: boolean;
  readonly ruledAt: string | null;
  readonly rulingReason: string | null;
  readonly appealableUntil: string | null;
  readonly filedByMemberId: string | null;
  readonly ownReference: string | null;
  readonly onBehalfOf: string | null;
}

export const DISPUTE = `id part merchantId ownReportIds status appealed grounds statement filedAt answerBy
  answer { answer statement } lapsed ruledAt rulingReason appealableUntil filedByMemberId ownReference onBehalfOf`;

let references = 0;

/** Files a dispute, which must be taken, and waits until those who reported are asked. Gives its global id. */
export async function disputes(app: TestApp, by: Pick<Caller, 'mutate'>, input: Variables): Promise<string> {
  references += 1;
  const { dispute, userErrors } = await by.mutate<{ dispute: { id: string } | null }>(
    'fileDispute',
    {
      clientReference: `dispute ${references}`,
      grounds: 'MISTAKEN_IDENTITY',
      statement: 'Our merchant is another firm.',
      ...input,
    },
    'dispute { id }',
  );
  if (dispute === null) throw new Error(`The dispute was refused: ${JSON.stringify(userErrors)}`);
  await settled(app);
  return dispute.id;
}

/** Answers a dispute, which must be taken. */
export async function answers(
  app: TestApp,
  by: Pick<Caller, 'mutate'>,
  disputeId: string,
  answer = 'STAND_BY',
): Promise<void> {
  const { userErrors } = await by.mutate('answerDispute', {
    disputeId,
    answer,
    statement: 'We have looked again.',
  });
  if (userErrors.length > 0) throw new Error(`The answer was refused: ${JSON.stringify(userErrors)}`);
  await settled(app);
}

/** Has analysts decide a dispute: the first proposes, the others approve. All must be taken. */
export async function rules(
  app: TestApp,
  [first, ...others]: readonly [Caller, ...Caller[]],
  disputeId: string,
  outcome: string,
  input: Variables = {},
): Promise<void> {
  const { rulingId, userErrors } = await first.mutate<{ rulingId: string | null }>(
    'ruleDispute',
    { disputeId, outcome, reason: 'By what both sides said.', ...input },
    'rulingId approvalsNeeded',
  );
  if (rulingId === null) throw new Error(`The ruling was refused: ${JSON.stringify(userErrors)}`);
  for (const other of others) {
    const approved = await other.mutate('approveDisputeRuling', { rulingId });
    if (approved.userErrors.length > 0)
      throw new Error(`The approval was refused: ${JSON.stringify(approved.userErrors)}`);
  }
  await settled(app);
}

/** A dispute as somebody sees it; null where it has no part in it. */
export async function disputeSeen(by: Pick<Caller, 'query'>, id: string): Promise<SeenDispute | null> {
  const { dispute } = await by.query<{ dispute: SeenDispute | null }>(
    `query ($id: ID!) { dispute(id: $id) { ${DISPUTE} } }`,
    { id },
  );
  return dispute;
}
