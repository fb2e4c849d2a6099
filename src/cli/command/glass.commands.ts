import type { Command } from 'commander';
import { usageError } from '../cli-error.js';
import { COALITION_PURPOSES, type CoalitionPurpose } from '../codes.js';
import { connect } from '../connect/connect.js';
import { glassLines, glassTable } from '../glass/describe-glass.js';
import {
  APPROVE_GLASS,
  CLOSE_GLASS,
  GLASS,
  type GlassAnswer,
  GLASSES,
  REQUEST_GLASS,
} from '../glass/glass-operations.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { requireFound, showRead, tellAnswer } from './show-result.js';
import { coalitionPurposeOption } from './purpose-option.js';

/**
 * `cordon glass`: reading a report that is closed to analysts. It takes people who sign in themselves, so there is no such
 * command for the operator of the server, who would be all of them.
 */
export function defineGlass(program: Command, context: CliContext): void {
  const glass = program
    .command('glass')
    .description('reading what is closed to analysts: asked for, approved by two, over after an hour');
  defineRequest(glass, context);
  defineList(glass, context);
  defineShow(glass, context);
  defineStep(glass, context, 'approve', APPROVE_GLASS, {
    summary: 'approve that another analyst reads it; an admin and an analyst of the coalition open it',
    example: 'cordon glass approve brk_...',
  });
  defineStep(glass, context, 'close', CLOSE_GLASS, {
    summary: 'close it before its time, or before it was opened',
    example: 'cordon glass close brk_...',
  });
}

interface RequestOptions extends CallOptions {
  readonly purpose?: CoalitionPurpose;
  readonly reason: string;
}

function defineRequest(glass: Command, context: CliContext): void {
  defineCommand(glass, 'request <report>', {
    summary: 'ask, as an analyst, to read a report that is closed to analysts',
    examples: [
      [
        'cordon glass request rpt_... --purpose INCIDENT --reason "its reporter is in danger"',
        "the approvers see the reason, and afterwards the reporter's member",
      ],
    ],
  })
    .addOption(coalitionPurposeOption())
    .requiredOption('--reason <text>', 'why it has to be read')
    .addOption(retryForOption('short'))
    .action(async (reportId: string, { purpose, reason, ...options }: RequestOptions) => {
      if (purpose === undefined)
        throw usageError(`Say what for: --purpose with one of ${COALITION_PURPOSES.join(', ')}.`);
      const connection = await connect(context.terminal, options);
      const { answer } = await connection.execute(REQUEST_GLASS, { input: { reportId, purpose, reason } });
      tell(context, options, answer);
    });
}

function defineList(glass: Command, context: CliContext): void {
  defineCommand(glass, 'list', {
    summary: "list requests, newest first; a member admin sees those for the own member's reports, once over",
    examples: [['cordon glass list --limit 5', 'the last five']],
  })
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async (options: CallOptions & { readonly limit: number }) => {
      const connection = await connect(context.terminal, options);
      const { breakGlasses } = await connection.execute(GLASSES, { first: options.limit });
      showRead(context, options, breakGlasses.nodes, glassTable);
    });
}

function defineShow(glass: Command, context: CliContext): void {
  defineCommand(glass, 'show <request>', {
    summary: 'show one request, with its reason and its approvals',
    examples: [['cordon glass show brk_...', 'by the id that the audit log names']],
  })
    .addOption(retryForOption('short'))
    .action(async (id: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const answer = await connection.execute(GLASS, { id });
      const breakGlass = requireFound(answer.breakGlass, `There is no request "${id}" that you may see.`);
      showRead(context, options, breakGlass, glassLines);
    });
}

function defineStep(
  glass: Command,
  context: CliContext,
  name: string,
  step: typeof APPROVE_GLASS,
  { summary, example }: { readonly summary: string; readonly example: string },
): void {
  defineCommand(glass, `${name} <request>`, { summary, examples: [[example, 'the request by its id']] })
    .addOption(retryForOption('short'))
    .action(async (breakGlassId: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      tell(context, options, (await connection.execute(step, { input: { breakGlassId } })).answer);
    });
}

function tell(context: CliContext, options: CallOptions, answer: GlassAnswer): void {
  tellAnswer(context, options, answer, {
    changed: answer.breakGlass,
    lines: glassLines,
  });
}
