import type { INestApplicationContext } from '@nestjs/common';
import type { UserActor } from '../../../common/actor.js';
import { fromGlobalId, type IdByKind, type IdKind, toGlobalId } from '../../../common/id.js';
import { Database } from '../../../database/index.js';
import { PossibleMatches, ReviewCounts, ReviewDecisions } from '../../../merchant/index.js';
import { usageError } from '../../cli-error.js';
import type { Terminal } from '../../terminal.js';
import { withApplication } from '../with-application.js';
import { actingAnalyst } from './acting-analyst.js';

/** The services of review, and the analyst for whom they are called. */
export interface ReviewDesk {
  readonly actor: UserActor;
  readonly matches: PossibleMatches;
  readonly decisions: ReviewDecisions;
  readonly counts: ReviewCounts;
}

/** Runs `work` with the services of review. The merchants themselves are brought up to date by the service that runs. */
export function withReviewDesk<T>(
  terminal: Terminal,
  email: string,
  work: (desk: ReviewDesk) => Promise<T>,
): Promise<T> {
  return withApplication(terminal, [], async (app: INestApplicationContext) =>
    work({
      actor: await actingAnalyst(app.get(Database), email),
      matches: app.get(PossibleMatches),
      decisions: app.get(ReviewDecisions),
      counts: app.get(ReviewCounts),
    }),
  );
}

/** What ids of a kind are called, and what they begin with. */
const WORDS = {
  judgement: 'a possible match',
  decision: 'a decision',
  merchant: 'a merchant',
  report: 'a report',
} as const satisfies Partial<Record<IdKind, string>>;

/** The id that was typed. @throws CliError when it is no id of that kind. */
export function typedId<Kind extends keyof typeof WORDS>(kind: Kind, text: string): IdByKind[Kind] {
  const id = fromGlobalId(kind, text.trim());
  if (id !== undefined) return id;
  const example = toGlobalId(kind, '00000000-0000-4000-8000-000000000000' as IdByKind[Kind]);
  throw usageError(
    `"${text}" is no id of ${WORDS[kind]}: they begin with ${example.slice(0, 4)} and have ${example.length} characters.`,
  );
}
