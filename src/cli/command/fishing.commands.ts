import type { Command } from 'commander';
import { connect } from '../connect/connect.js';
import { fishingTable } from '../fishing/describe-fishing.js';
import { CLOSE_FISHING_ALARM, FISHING_ALARMS } from '../fishing/fishing-operations.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { showRead, tellAnswer } from './show-result.js';

/** `cordon fishing`: alarms about members that asked as if to find out what the register holds. */
export function defineFishing(program: Command, context: CliContext): void {
  const fishing = program.command('fishing').description('alarms about screenings that look like harvesting');
  defineList(fishing, context);
  defineClose(fishing, context);
}

function defineList(fishing: Command, context: CliContext): void {
  defineCommand(fishing, 'list', {
    summary: "list alarms, newest first: your member's, or for who looks after the coalition all",
    examples: [['cordon fishing list --limit 5', 'the last five']],
  })
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async ({ limit, ...options }: CallOptions & { readonly limit: number }) => {
      const connection = await connect(context.terminal, options);
      const { fishingAlarms } = await connection.execute(FISHING_ALARMS, { first: limit });
      showRead(context, options, fishingAlarms.nodes, fishingTable);
    });
}

function defineClose(fishing: Command, context: CliContext): void {
  defineCommand(fishing, 'close <alarm>', {
    summary: 'say, as an analyst of another member, that an alarm is dealt with, and what came of it',
    examples: [['cordon fishing close fsh_... --note "it moved its portfolio"', 'until then it waits']],
  })
    .requiredOption('--note <text>', 'what came of it; the member that it is about does not read it')
    .addOption(retryForOption('short'))
    .action(async (fishingAlarmId: string, { note, ...options }: CallOptions & { readonly note: string }) => {
      const connection = await connect(context.terminal, options);
      const { answer } = await connection.execute(CLOSE_FISHING_ALARM, { input: { fishingAlarmId, note } });
      tellAnswer(context, options, answer, {
        changed: answer.fishingAlarm,
        lines: ({ id }) => [`Alarm ${id} is dealt with.`],
      });
    });
}
