import type { Command } from 'commander';
import { usageError } from '../../cli-error.js';
import type { CliContext } from '../../command/define-command.js';
import { defineAdminCommand } from '../define-admin-command.js';
import {
  defineReviewDecide,
  defineReviewMerge,
  defineReviewSplit,
  defineReviewUndo,
} from './decide.commands.js';
import {
  defineReviewDecisions,
  defineReviewFigures,
  defineReviewList,
  defineReviewShow,
} from './read.commands.js';
import { withReviewDesk } from './review-desk.js';
import { type DefineReviewCommand, orderOf, orderOption } from './review-options.js';
import { assertInteractive, reviewSession } from './review-session.js';

/** `cordon-admin review`: an analyst's work at the terminal of the server. */
export function defineReview(program: Command, context: CliContext): void {
  const review = program
    .command('review')
    .summary('decide possible matches; merge and split merchants; undo either')
    .description('Without a further word: shows one possible match after the other and asks about it.')
    .option('--as <email>', 'the coalition analyst who decides')
    .addOption(orderOption())
    .action(async ({ as, order }: { readonly as?: string; readonly order: string }) => {
      // Not a required option: commander would ask the commands below for it as well.
      if (as === undefined) throw usageError('Say by --as who decides: the e-mail address of an analyst.');
      assertInteractive(context);
      await withReviewDesk(context.terminal, as, (desk) => reviewSession(context, desk, orderOf(order)));
    });
  const define: DefineReviewCommand = (signature, text) =>
    defineAdminCommand(review, signature, text).requiredOption(
      '--as <email>',
      'the coalition analyst who acts',
    );
  defineReviewList(define, context);
  defineReviewShow(define, context);
  defineReviewDecide(define, context);
  defineReviewMerge(define, context);
  defineReviewSplit(define, context);
  defineReviewUndo(define, context);
  defineReviewDecisions(define, context);
  defineReviewFigures(define, context);
}
