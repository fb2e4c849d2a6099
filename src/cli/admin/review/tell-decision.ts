import { type DecisionResult, toDecision } from '../../../merchant/index.js';
import type { CliContext } from '../../command/define-command.js';
import { tellRefusals } from '../../command/tell-refusals.js';
import { print, printJson, say } from '../../terminal.js';

/** Tells what became of a decision; one that was refused ends the command with the exit code for it. */
export function tellDecision(context: CliContext, result: DecisionResult, json: boolean): void {
  const { terminal } = context;
  if (!result.ok) {
    if (json) printJson(terminal, { refusals: result.refusals });
    tellRefusals(context, result.refusals);
    return;
  }
  const decision = toDecision(result.value);
  if (json) {
    printJson(terminal, decision);
    return;
  }
  print(
    terminal,
    decision.undoneAt === null
      ? `Decided: ${decision.verdict}, by ${decision.id}. Undo it with cordon-admin review undo ${decision.id}.`
      : `Undone: ${decision.id}.`,
  );
  say(terminal, 'The service that runs brings the merchants up to date, within about a second.');
}
