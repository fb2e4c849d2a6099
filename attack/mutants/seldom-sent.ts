import { SELECT_DERIVED } from '../../src/action/action.statements.js';
import { END_CURRENT } from '../../src/action/opinion/opinion.statements.js';
import { END_OTHER_SESSIONS } from '../../src/auth/session.statements.js';
import { MemberLimits } from '../../src/access/limits/member-limits.service.js';
import { selectAuditEntries } from '../../src/audit/select-audit-entries.js';
import type { Actor } from '../../src/common/actor.js';
import { Clock } from '../../src/common/clock.js';
import { Config } from '../../src/config/index.js';
import type { Database, NamedStatement, Tx } from '../../src/database/index.js';
import { ANSWER_DISPUTE, SELECT_CORRECTED, SELECT_DISPUTES } from '../../src/dispute/dispute.statements.js';
import { SELECT_VALUES } from '../../src/dispute/review.statements.js';
import { MerchantViewRepository } from '../../src/indicator/merchant-view.repository.js';
import { DecisionRepository } from '../../src/merchant/review/decision.repository.js';
import { LOCK_NOTICE, SAVE_OUTCOME, SELECT_FORWARDABLE } from '../../src/notice/notice.statements.js';
import { SELECT_QUOTA_USE } from '../../src/screening/quota/select-quota-use.js';
import { RENEW_HOLD } from '../../src/work/source/renew-hold.js';
import type { TestApp } from '../../test/support/app.js';

/**
 * The texts of statements that go by too seldom to be heard: limits are remembered for a minute, a quota is counted close to
 * its end alone, a decision is looked for where somebody sends it twice, auditors read the log by a statement of their own,
 * how indicators stand is asked of merchants that have none left, notices are answered by recording an action, an opinion is
 * ended where one is held, actions are looked for beside recalls, disputes are answered by who reported and told beside
 * alerts, the matrix changes nobody's password, and no hold of its liaison ends. They are told to one who answers nothing.
 */
export async function seldomSent({ nest }: TestApp): Promise<readonly string[]> {
  const texts: string[] = [
    SELECT_QUOTA_USE,
    LOCK_NOTICE,
    SAVE_OUTCOME,
    SELECT_FORWARDABLE,
    END_CURRENT,
    SELECT_DERIVED,
    ANSWER_DISPUTE,
    SELECT_CORRECTED,
    SELECT_DISPUTES,
    SELECT_VALUES,
    END_OTHER_SESSIONS,
    RENEW_HOLD.page,
  ].map(({ text }) => text);
  const hear = (text: string): Promise<never[]> => {
    texts.push(text);
    return Promise.resolve([]);
  };
  const tx = { query: hear, statement: ({ text }: NamedStatement) => hear(text) } as unknown as Tx;
  const database = {
    asActor: (_: Actor, work: (entered: Tx) => Promise<unknown>) => work(tx),
  } as unknown as Database;
  await new MemberLimits(database, nest.get(Clock), nest.get(Config)).of({} as Actor);
  const nothing = { merchantIds: [], reportIds: [], possibleMatchId: null } as const;
  await new DecisionRepository().findSame(tx, {
    ...nothing,
    kind: 'MATCH',
    verdict: 'SAME',
    reason: '',
    decidedBy: '' as never,
  });
  const everything = {
    principalId: undefined,
    action: undefined,
    requestId: undefined,
    from: undefined,
    to: undefined,
  };
  await selectAuditEntries(tx, { ...everything, memberId: undefined, before: undefined, limit: 1 });
  await new MerchantViewRepository().statuses(tx, {} as Actor, []);
  return texts;
}
