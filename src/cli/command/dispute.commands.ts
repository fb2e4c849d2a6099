import { type Command, Option } from 'commander';
import { usageError } from '../cli-error.js';
import {
  DISPUTE_ANSWERS,
  DISPUTE_GROUNDS,
  DISPUTE_PARTS,
  DISPUTE_STATUSES,
  type DisputeAnswer,
  type DisputeGrounds,
  type DisputePart,
  type DisputeStatus,
} from '../codes.js';
import { connect } from '../connect/connect.js';
import { disputeLines, disputeTable } from '../dispute/describe-dispute.js';
import {
  ANSWER_DISPUTE,
  APPEAL_DISPUTE,
  DISPUTE,
  DISPUTES,
  type DisputeStepAnswer,
  FILE_DISPUTE,
} from '../dispute/dispute-operations.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { requireFound, showRead, tellAnswer } from './show-result.js';

interface FileOptions extends CallOptions {
  readonly merchant?: string;
  readonly indicator?: string;
  readonly grounds: DisputeGrounds;
  readonly statement: string;
  readonly clientReference: string;
  readonly reference?: string;
  readonly discloseMember?: true;
  readonly onBehalfOf?: string;
}

interface ListOptions extends CallOptions {
  readonly part?: DisputePart;
  readonly status?: DisputeStatus;
  readonly limit: number;
}

interface StatementOptions extends CallOptions {
  readonly statement: string;
}

/** `cordon dispute`: what the sides of a dispute do. Gives the command, to which reviewing is added. */
export function defineDispute(program: Command, context: CliContext): Command {
  const dispute = program.command('dispute').description('challenge a listing, and answer challenges');
  defineFile(dispute, context);
  defineList(dispute, context);
  defineShow(dispute, context);
  defineAnswer(dispute, context);
  defineAppeal(dispute, context);
  return dispute;
}

function defineFile(dispute: Command, context: CliContext): void {
  defineCommand(dispute, 'file', {
    summary: 'challenge the listing of a merchant; it is shown as disputed until it is decided',
    details: 'Sent again under the same client reference with the same content it is the same dispute.',
    examples: [
      [
        'cordon dispute file --merchant mer_... --grounds MISTAKEN_IDENTITY --statement "another firm" --client-reference D-7',
        'by the merchant that a screening named',
      ],
    ],
  })
    .option('--merchant <id>', 'the merchant, as you see it')
    .option('--indicator <id>', 'or one of its indicators')
    .addOption(
      new Option('--grounds <grounds>', 'on what it is disputed')
        .choices(DISPUTE_GROUNDS)
        .makeOptionMandatory(),
    )
    .requiredOption('--statement <text>', 'why; those who reported read it')
    .requiredOption('--client-reference <text>', 'your own name of this dispute')
    .option('--reference <text>', 'your own reference of your merchant; those who reported do not see it')
    .option('--disclose-member', 'let those who reported know your member')
    .option('--on-behalf-of <text>', 'for analysts: who wrote in')
    .addOption(retryForOption('short'))
    .action(async (options: FileOptions) => {
      const { merchant, indicator, grounds, statement, clientReference, reference, onBehalfOf } = options;
      if ((merchant === undefined) === (indicator === undefined))
        throw usageError('Name either the --merchant or one --indicator of it.');
      const connection = await connect(context.terminal, options);
      const input = {
        clientReference,
        merchantId: merchant ?? null,
        indicatorId: indicator ?? null,
        grounds,
        statement,
        ownReference: reference ?? null,
        discloseMember: options.discloseMember ?? false,
        onBehalfOf: onBehalfOf ?? null,
      };
      tell(context, options, (await connection.execute(FILE_DISPUTE, { input })).answer);
    });
}

function defineList(dispute: Command, context: CliContext): void {
  defineCommand(dispute, 'list', {
    summary:
      'list disputes, newest first: those that your member filed or reported to, or that you may decide',
    examples: [['cordon dispute list --part REPORTER --status FILED', 'those that wait for your answer']],
  })
    .addOption(new Option('--part <part>', 'only those in which you have this part').choices(DISPUTE_PARTS))
    .addOption(new Option('--status <status>', 'only those with this status').choices(DISPUTE_STATUSES))
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async ({ part, status, limit, ...options }: ListOptions) => {
      const connection = await connect(context.terminal, options);
      const { disputes } = await connection.execute(DISPUTES, {
        first: limit,
        parts: part === undefined ? null : [part],
        statuses: status === undefined ? null : [status],
      });
      showRead(context, options, disputes.nodes, disputeTable);
    });
}

function defineShow(dispute: Command, context: CliContext): void {
  defineCommand(dispute, 'show <dispute>', {
    summary: 'show a dispute, as far as it is yours to know',
    examples: [['cordon dispute show dsp_...', 'where it stands']],
  })
    .addOption(retryForOption('short'))
    .action(async (id: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const answer = await connection.execute(DISPUTE, { id });
      const found = requireFound(answer.dispute, `There is no dispute "${id}" that you may see.`);
      showRead(context, options, found, disputeLines);
    });
}

function defineAnswer(dispute: Command, context: CliContext): void {
  defineCommand(dispute, 'answer <dispute>', {
    summary: 'answer a dispute of what your member reported, once and within ten days',
    details: 'Who does not answer loses: what it reported is taken off the list.',
    examples: [
      ['cordon dispute answer dsp_... --answer STAND_BY --statement "seen by ourselves"', 'it is so'],
      [
        'cordon dispute answer dsp_... --answer WITHDRAW --statement "a mistake"',
        'it is off the list at once',
      ],
    ],
  })
    .addOption(
      new Option('--answer <answer>', 'stand by it, withdraw it, or point to your correction')
        .choices(DISPUTE_ANSWERS)
        .makeOptionMandatory(),
    )
    .requiredOption('--statement <text>', 'why; whoever decides reads it')
    .addOption(retryForOption('short'))
    .action(
      async (
        disputeId: string,
        { answer, statement, ...options }: StatementOptions & { readonly answer: DisputeAnswer },
      ) => {
        const connection = await connect(context.terminal, options);
        const result = await connection.execute(ANSWER_DISPUTE, { input: { disputeId, answer, statement } });
        tell(context, options, result.answer);
      },
    );
}

function defineAppeal(dispute: Command, context: CliContext): void {
  defineCommand(dispute, 'appeal <dispute>', {
    summary: 'appeal a ruling, once and within 30 days; other people decide it, and finally',
    examples: [['cordon dispute appeal dsp_... --statement "see the register of firms"', 'as either side']],
  })
    .requiredOption('--statement <text>', 'why; whoever decides reads it')
    .addOption(retryForOption('short'))
    .action(async (disputeId: string, { statement, ...options }: StatementOptions) => {
      const connection = await connect(context.terminal, options);
      const result = await connection.execute(APPEAL_DISPUTE, { input: { disputeId, statement } });
      tell(context, options, result.answer);
    });
}

function tell(context: CliContext, options: CallOptions, answer: DisputeStepAnswer): void {
  tellAnswer(context, options, answer, {
    changed: answer.dispute,
    lines: disputeLines,
  });
}
