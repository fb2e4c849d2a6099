import { type Command, Option } from 'commander';
import { DISPUTE_OUTCOMES, type DisputeOutcome } from '../codes.js';
import { connect } from '../connect/connect.js';
import { disputeLines, reviewLines } from '../dispute/describe-dispute.js';
import {
  ANSWER_DISPUTE_IN_CARE,
  APPROVE_DISPUTE_RULING,
  DISPUTE_REVIEW,
  RULE_DISPUTE,
  type RulingAnswer,
} from '../dispute/dispute-operations.js';
import { print, printJson } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  repeated,
  retryForOption,
} from './define-command.js';
import { requireFound, showRead, tellAnswer } from './show-result.js';
import { tellRefusals } from './tell-refusals.js';

interface RuleOptions extends CallOptions {
  readonly outcome: DisputeOutcome;
  readonly indicator?: readonly string[];
  readonly reason: string;
}

/** `cordon dispute review`, `answer-in-care`, `rule` and `approve`: for analysts of members that are no party. */
export function defineDisputeReview(dispute: Command, context: CliContext): void {
  defineReview(dispute, context);
  defineAnswerInCare(dispute, context);
  defineRule(dispute, context);
  defineApprove(dispute, context);
}

function defineReview(dispute: Command, context: CliContext): void {
  defineCommand(dispute, 'review <dispute>', {
    summary: 'show what a dispute is decided from, for analysts',
    examples: [['cordon dispute review dsp_...', 'the answers, and the rulings that were proposed']],
  })
    .addOption(retryForOption('short'))
    .action(async (id: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const answer = await connection.execute(DISPUTE_REVIEW, { id });
      const found = requireFound(answer.disputeReview, `There is no dispute "${id}" that you may decide.`);
      showRead(context, options, found, reviewLines);
    });
}

function defineAnswerInCare(dispute: Command, context: CliContext): void {
  defineCommand(dispute, 'answer-in-care <dispute>', {
    summary: 'stand by what members that have left had reported, for analysts',
    details: 'Else it is lost after ten days. Whoever answers is on their side, and decides nothing of it.',
    examples: [
      ['cordon dispute answer-in-care dsp_... --statement "it is documented"', 'it is decided then'],
    ],
  })
    .requiredOption('--statement <text>', 'why; whoever decides reads it')
    .addOption(retryForOption('short'))
    .action(
      async (disputeId: string, { statement, ...options }: CallOptions & { readonly statement: string }) => {
        const connection = await connect(context.terminal, options);
        const input = { disputeId, statement };
        const { answer } = await connection.execute(ANSWER_DISPUTE_IN_CARE, { input });
        if (options.json === true) printJson(context.terminal, answer);
        if (answer.dispute === null) tellRefusals(context, answer.userErrors);
        else if (options.json !== true)
          for (const line of disputeLines(answer.dispute)) print(context.terminal, line);
      },
    );
}

function defineRule(dispute: Command, context: CliContext): void {
  defineCommand(dispute, 'rule <dispute>', {
    summary: 'propose how a dispute is decided, and approve it',
    details: 'What takes something off the list, and every ruling on appeal, needs a second person.',
    examples: [
      ['cordon dispute rule dsp_... --outcome UPHELD --reason "another firm is meant"', 'all is taken off'],
      [
        'cordon dispute rule dsp_... --outcome PARTLY_UPHELD --indicator ind_... --reason "not theirs"',
        'some of it is',
      ],
    ],
  })
    .addOption(
      new Option('--outcome <outcome>', 'how it is decided').choices(DISPUTE_OUTCOMES).makeOptionMandatory(),
    )
    .option('--indicator <id>', 'what is taken off, where it is upheld in part; again for each', repeated)
    .requiredOption('--reason <text>', 'why; both sides read it')
    .addOption(retryForOption('short'))
    .action(async (disputeId: string, { outcome, indicator, reason, ...options }: RuleOptions) => {
      const connection = await connect(context.terminal, options);
      const input = { disputeId, outcome, indicatorIds: indicator ?? null, reason };
      tell(context, options, (await connection.execute(RULE_DISPUTE, { input })).answer);
    });
}

function defineApprove(dispute: Command, context: CliContext): void {
  defineCommand(dispute, 'approve <ruling>', {
    summary: 'approve a ruling that another analyst has proposed; the last approval puts it in force',
    examples: [['cordon dispute approve drl_...', 'the ruling by its id']],
  })
    .addOption(retryForOption('short'))
    .action(async (rulingId: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      tell(
        context,
        options,
        (await connection.execute(APPROVE_DISPUTE_RULING, { input: { rulingId } })).answer,
      );
    });
}

function tell(context: CliContext, options: CallOptions, answer: RulingAnswer): void {
  const needed = answer.approvalsNeeded ?? 0;
  tellAnswer(context, options, answer, {
    changed: answer.review,
    lines: reviewLines,
    remark:
      needed > 0 && `Ruling ${answer.rulingId ?? ''} is in force once ${needed} more analyst approves it.`,
  });
}
