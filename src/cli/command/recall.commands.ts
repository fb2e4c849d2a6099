import type { Command } from 'commander';
import { usageError } from '../cli-error.js';
import { connect } from '../connect/connect.js';
import { recallLines, recallTable } from '../recall/describe-recall.js';
import { CLOSE_RECALL, RECALL, RECALLS } from '../recall/recall-operations.js';
import { print, printJson } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { requireFound, showRead } from './show-result.js';
import { tellRefusals } from './tell-refusals.js';

/** `cordon recall`: what was shared with the member and is withdrawn. */
export function defineRecall(program: Command, context: CliContext): void {
  const recall = program.command('recall').description('what your member received and is withdrawn');
  defineList(recall, context);
  defineShow(recall, context);
  defineClose(recall, context);
}

interface ListOptions extends CallOptions {
  readonly open?: true;
  readonly closed?: true;
  readonly limit: number;
}

function defineList(recall: Command, context: CliContext): void {
  defineCommand(recall, 'list', {
    summary: 'list recalls, newest first; what is listed is delivered',
    examples: [['cordon recall list --open', 'those that your member has still to deal with']],
  })
    .option('--open', 'only those that your member has still to deal with')
    .option('--closed', 'only those that it has')
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async ({ open, closed, limit, ...options }: ListOptions) => {
      if (open === true && closed === true) throw usageError('Give --open or --closed, or neither for all.');
      const connection = await connect(context.terminal, options);
      const { recalls } = await connection.execute(RECALLS, {
        first: limit,
        open: open ?? (closed === true ? false : null),
      });
      showRead(context, options, recalls.nodes, recallTable);
    });
}

function defineShow(recall: Command, context: CliContext): void {
  defineCommand(recall, 'show <recall>', {
    summary: 'show a recall: what is withdrawn, and what your member did on account of it',
    examples: [['cordon recall show rcl_...', 'by the id that the list gives']],
  })
    .addOption(retryForOption('short'))
    .action(async (id: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const answer = await connection.execute(RECALL, { id });
      const found = requireFound(
        answer.recall,
        `There is no recall "${id}" of your member. See cordon recall list.`,
      );
      showRead(context, options, found, recallLines);
    });
}

function defineClose(recall: Command, context: CliContext): void {
  defineCommand(recall, 'close <recall>', {
    summary: 'say that your member has put right what rested on it; that acknowledges it as well',
    examples: [['cordon recall close rcl_...', 'once nothing rests on it any more']],
  })
    .addOption(retryForOption('short'))
    .action(async (recallId: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const { answer } = await connection.execute(CLOSE_RECALL, { input: { recallId } });
      if (options.json === true) printJson(context.terminal, answer);
      if (answer.recall === null) tellRefusals(context, answer.userErrors);
      else if (options.json !== true) print(context.terminal, `Recall ${recallId} is closed.`);
    });
}
