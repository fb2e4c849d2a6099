import type { Command } from 'commander';
import { type DispositionAnswer, DISPOSITIONS, RECORD_DISPOSITION } from '../action/action-operations.js';
import { codeOption } from '../action/action-options.js';
import { dispositionLines, dispositionTable } from '../action/describe-action.js';
import { addLeadOptions, leadFilter, type LeadOptions, typedLead } from '../action/lead-options.js';
import { usageError } from '../cli-error.js';
import { type Assessment, ASSESSMENTS } from '../codes.js';
import { connect } from '../connect/connect.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { showRead, tellAnswer } from './show-result.js';

interface RecordOptions extends CallOptions, LeadOptions {
  readonly assessment?: Assessment;
  readonly rationale: string;
}

/** `cordon disposition`: what a member itself makes of a match or a notice. */
export function defineDisposition(program: Command, context: CliContext): void {
  const disposition = program
    .command('disposition')
    .description("your member's own assessment of a match or a notice");
  addLeadOptions(
    defineCommand(disposition, 'record', {
      summary: 'record what you make of it, in place of what you made of it before',
      examples: [
        [
          'cordon disposition record --screening scr_... --merchant mer_... --assessment SAME_MERCHANT --rationale "same owner and account"',
          'kept as proof, for your own member alone',
        ],
      ],
    }),
  )
    .addOption(codeOption('--assessment <assessment>', 'what you have come to', ASSESSMENTS))
    .requiredOption('--rationale <text>', 'on what it rests')
    .addOption(retryForOption('short'))
    .action(async ({ assessment, rationale, ...options }: RecordOptions) => {
      if (assessment === undefined)
        throw usageError(`Say what you have come to: --assessment with one of ${ASSESSMENTS.join(', ')}.`);
      const input = { ...typedLead(options), assessment, rationale };
      const connection = await connect(context.terminal, options);
      tell(context, options, (await connection.execute(RECORD_DISPOSITION, { input })).answer);
    });
  addLeadOptions(
    defineCommand(disposition, 'list', {
      summary: "list your member's, newest first, those included that were replaced",
      examples: [['cordon disposition list --screening scr_...', 'those of one screening']],
    }),
  )
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async (options: CallOptions & LeadOptions & { readonly limit: number }) => {
      const connection = await connect(context.terminal, options);
      const { dispositions } = await connection.execute(DISPOSITIONS, {
        first: options.limit,
        ...leadFilter(options),
      });
      showRead(context, options, dispositions.nodes, dispositionTable);
    });
}

function tell(context: CliContext, options: CallOptions, answer: DispositionAnswer): void {
  tellAnswer(context, options, answer, {
    changed: answer.disposition,
    lines: dispositionLines,
    remark: answer.urlPathDropped && 'Of a web address in the rationale no more than the host was kept.',
  });
}
