import {
  JUDGEMENT_VERDICTS,
  type JudgementVerdict,
  type PossibleMatchOrder,
  toComparedMatch,
} from '../../../merchant/index.js';
import { usageError } from '../../cli-error.js';
import type { CliContext } from '../../command/define-command.js';
import { EXIT_CODE } from '../../exit-code.js';
import { print, say } from '../../terminal.js';
import { matchLines } from './describe-match.js';
import type { ReviewDesk } from './review-desk.js';
import { tellDecision } from './tell-decision.js';

const ANSWERS = [...JUDGEMENT_VERDICTS, 'SKIP', 'QUIT'] as const;

type Answer = JudgementVerdict | 'SKIP' | 'QUIT';

/** Shows one possible match after the other and asks about it, until there is no more or the analyst ends it. */
export async function reviewSession(
  context: CliContext,
  desk: ReviewDesk,
  orderBy: PossibleMatchOrder,
): Promise<void> {
  const { terminal } = context;
  let decided = 0;
  let after: string | undefined;
  for (;;) {
    const page = await desk.matches.list(desk.actor, {
      purpose: 'RESOLUTION',
      filter: { leftOpen: false },
      orderBy,
      page: { first: 1, after },
    });
    const [next] = page.rows;
    if (next === undefined) {
      say(terminal, 'Nothing more waits for a decision.');
      break;
    }
    after = page.cursors[0];
    const match = await desk.matches.find(desk.actor, { id: next.id, purpose: 'RESOLUTION' });
    if (match === undefined) continue;
    for (const line of matchLines(toComparedMatch(match))) print(terminal, line);
    const answer = await ask(context);
    if (answer === 'QUIT') break;
    if (answer !== 'SKIP' && (await decide(context, desk, { possibleMatchId: next.id }, answer)))
      decided += 1;
    print(terminal, '');
  }
  // What one refusal meant was told when it came; the session itself went well.
  context.exitCode = EXIT_CODE.done;
  say(terminal, `Decided: ${decided}.`);
}

/** A session needs somebody to answer. */
export function assertInteractive({ terminal }: CliContext): void {
  if (!terminal.interactive)
    throw usageError(
      'There is no terminal to ask at. Use cordon-admin review list, show, decide, merge, split and undo instead.',
    );
}

async function ask({ terminal }: CliContext): Promise<Answer> {
  for (;;) {
    const typed = (await terminal.ask('same, different, unsure, skip or quit?')).trim().toUpperCase();
    const [answer, other] = ANSWERS.filter((each) => typed !== '' && each.startsWith(typed));
    if (answer !== undefined && other === undefined) return answer;
    say(terminal, 'Type same, different, unsure, skip or quit, or enough of it to tell which.');
  }
}

/** Asks for the reason until it is one that is taken. */
async function decide(
  context: CliContext,
  { actor, decisions }: ReviewDesk,
  subject: { readonly possibleMatchId: Parameters<ReviewDesk['matches']['find']>[1]['id'] },
  verdict: JudgementVerdict,
): Promise<boolean> {
  for (;;) {
    const reason = (await context.terminal.ask('Why?')).trim();
    const result = await decisions.decideMatch(actor, { subject, verdict, reason });
    tellDecision(context, result, false);
    if (result.ok) return true;
    if (result.refusals.every(({ field }) => field[0] !== 'reason')) return false;
  }
}
