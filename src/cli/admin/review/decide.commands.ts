import { Option } from 'commander';
import {
  type DecisionResult,
  JUDGEMENT_VERDICTS,
  type JudgementVerdict,
  MERGED_MERCHANTS_MAX,
  SPLIT_REPORTS_MAX,
} from '../../../merchant/index.js';
import { usageError } from '../../cli-error.js';
import type { CliContext } from '../../command/define-command.js';
import { type ReviewDesk, typedId, withReviewDesk } from './review-desk.js';
import type { DefineReviewCommand, ReviewOptions } from './review-options.js';
import { tellDecision } from './tell-decision.js';

interface DecidingOptions extends ReviewOptions {
  readonly reason?: string;
}

interface DecideOptions extends DecidingOptions {
  readonly verdict: string;
  readonly reports?: readonly string[];
}

export function defineReviewDecide(define: DefineReviewCommand, context: CliContext): void {
  define('decide [possible-match]', {
    summary: 'decide a possible match, or whether two reports are about one merchant',
    examples: [
      [
        'cordon-admin review decide jdg_... --verdict same --reason "One owner." --as ida@coalition.example',
        'an id of review list',
      ],
      [
        'cordon-admin review decide --reports rpt_... rpt_... --verdict different --reason "..." --as ida@coalition.example',
        'any two reports',
      ],
    ],
  })
    .addOption(
      new Option('--verdict <verdict>', 'what is decided')
        .choices(JUDGEMENT_VERDICTS.map((verdict) => verdict.toLowerCase()))
        .makeOptionMandatory(),
    )
    .option('--reports <ids...>', 'two reports, instead of a possible match')
    .option('--reason <text>', REASON)
    .action(async (typed: string | undefined, options: DecideOptions) => {
      const subject = subjectOf(typed, options.reports);
      const verdict = options.verdict.toUpperCase() as JudgementVerdict;
      await run(context, options, ({ actor, decisions }, reason) =>
        decisions.decideMatch(actor, { subject, verdict, reason }),
      );
    });
}

export function defineReviewMerge(define: DefineReviewCommand, context: CliContext): void {
  define('merge <merchants...>', {
    summary: `make one merchant of 2 to ${MERGED_MERCHANTS_MAX}`,
    examples: [
      [
        'cordon-admin review merge mer_... mer_... --reason "..." --as ida@coalition.example',
        'by any ids they had',
      ],
    ],
  })
    .option('--reason <text>', REASON)
    .action(async (typed: readonly string[], options: DecidingOptions) => {
      const merchantIds = listed('merchants', typed, 2, MERGED_MERCHANTS_MAX).map((id) =>
        typedId('merchant', id),
      );
      await run(context, options, ({ actor, decisions }, reason) =>
        decisions.mergeMerchants(actor, { merchantIds, reason }),
      );
    });
}

interface SplitOptions extends DecidingOptions {
  readonly reports: readonly string[];
}

export function defineReviewSplit(define: DefineReviewCommand, context: CliContext): void {
  define('split <merchant>', {
    summary: 'split reports off a merchant: what goes is kept apart from what stays',
    examples: [
      [
        'cordon-admin review split mer_... --reports rpt_... rpt_... --reason "..." --as ida@coalition.example',
        'the reports that go',
      ],
    ],
  })
    .requiredOption('--reports <ids...>', 'the reports that go')
    .option('--reason <text>', REASON)
    .action(async (typed: string, options: SplitOptions) => {
      const merchantId = typedId('merchant', typed);
      const reportIds = listed('reports', options.reports, 1, SPLIT_REPORTS_MAX).map((id) =>
        typedId('report', id),
      );
      await run(context, options, ({ actor, decisions }, reason) =>
        decisions.splitMerchant(actor, { merchantId, reportIds, reason }),
      );
    });
}

export function defineReviewUndo(define: DefineReviewCommand, context: CliContext): void {
  define('undo <decision>', {
    summary: 'undo a decision as a whole',
    examples: [
      [
        'cordon-admin review undo dec_... --reason "..." --as ida@coalition.example',
        'an id of review decisions',
      ],
    ],
  })
    .option('--reason <text>', REASON)
    .action(async (typed: string, options: DecidingOptions) => {
      const decisionId = typedId('decision', typed);
      await run(context, options, ({ actor, decisions }, reason) =>
        decisions.undo(actor, { decisionId, reason }),
      );
    });
}

const REASON = 'why; asked for at a terminal when left out';

async function run(
  context: CliContext,
  options: DecidingOptions,
  decide: (desk: ReviewDesk, reason: string) => Promise<DecisionResult>,
): Promise<void> {
  const reason = options.reason ?? (await context.terminal.ask('The reason (--reason)'));
  const result = await withReviewDesk(context.terminal, options.as, (desk) => decide(desk, reason.trim()));
  tellDecision(context, result, options.json === true);
}

function subjectOf(
  typed: string | undefined,
  reports: readonly string[] | undefined,
): Parameters<ReviewDesk['decisions']['decideMatch']>[1]['subject'] {
  if ((typed === undefined) === (reports === undefined))
    throw usageError('Give either a possible match or --reports with two reports.');
  if (typed !== undefined) return { possibleMatchId: typedId('judgement', typed) };
  return { reportIds: listed('reports', reports ?? [], 2, 2).map((id) => typedId('report', id)) };
}

function listed(what: string, ids: readonly string[], min: number, max: number): readonly string[] {
  if (ids.length >= min && ids.length <= max) return ids;
  throw usageError(`Give ${min === max ? min : `${min} to ${max}`} ${what}; you gave ${ids.length}.`);
}
