import type { Command } from 'commander';
import { GIVE_OPINION, type OpinionAnswer, WITHDRAW_OPINION } from '../action/action-operations.js';
import { codeOption } from '../action/action-options.js';
import { opinionLines } from '../action/describe-action.js';
import { usageError } from '../cli-error.js';
import { OPINION_KINDS, type OpinionKind } from '../codes.js';
import { connect } from '../connect/connect.js';
import { type CallOptions, type CliContext, defineCommand, retryForOption } from './define-command.js';
import { tellAnswer } from './show-result.js';

interface GiveOptions extends CallOptions {
  readonly opinion?: OpinionKind;
  readonly note?: string;
}

/** `cordon opinion`: what a member thinks of an indicator. */
export function defineOpinion(program: Command, context: CliContext): void {
  const opinion = program.command('opinion').description('what your member thinks of an indicator');
  defineCommand(opinion, 'give <indicator>', {
    summary: "give your member's opinion, in place of the one that it held",
    examples: [
      [
        'cordon opinion give ind_... --opinion FALSE_POSITIVE',
        'two unrelated members that say so make it disputed',
      ],
    ],
  })
    .addOption(codeOption('--opinion <opinion>', 'what it thinks', OPINION_KINDS))
    .option('--note <text>', 'a note, for your own member alone')
    .addOption(retryForOption('short'))
    .action(async (indicatorId: string, { opinion: kind, note, ...options }: GiveOptions) => {
      if (kind === undefined)
        throw usageError(`Say what your member thinks: --opinion with one of ${OPINION_KINDS.join(', ')}.`);
      const input = { indicatorId, opinion: kind, note: note ?? null };
      const connection = await connect(context.terminal, options);
      tell(context, options, (await connection.execute(GIVE_OPINION, { input })).answer);
    });
  defineCommand(opinion, 'withdraw <indicator>', {
    summary: 'take the opinion back that your member holds',
    examples: [['cordon opinion withdraw ind_...', 'prints the opinion that it held']],
  })
    .addOption(retryForOption('short'))
    .action(async (indicatorId: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      tell(context, options, (await connection.execute(WITHDRAW_OPINION, { input: { indicatorId } })).answer);
    });
}

function tell(context: CliContext, options: CallOptions, answer: OpinionAnswer): void {
  tellAnswer(context, options, answer, {
    changed: answer.opinion,
    lines: opinionLines,
    remark: answer.urlPathDropped === true && 'Of a web address in the note no more than the host was kept.',
  });
}
