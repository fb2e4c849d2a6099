import type { Command } from 'commander';
import { resolve } from 'node:path';
import { CliError } from '../cli-error.js';
import type { Purpose } from '../codes.js';
import { connect } from '../connect/connect.js';
import { withFileLock } from '../connect/file-lock.js';
import { EXIT_CODE } from '../exit-code.js';
import { ChangesFile } from '../feed/changes-file.js';
import { readChanges } from '../feed/indicator-changes.js';
import { print, printJson, say } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  retryForOption,
  wholeNumber,
} from './define-command.js';
import { declaredPurpose, purposeOption } from './purpose-option.js';

const EVERY_DEFAULT_S = 5;
const EVERY_MAX_S = 3600;

interface PullOptions extends CallOptions {
  readonly purpose?: Purpose;
  readonly out: string;
  readonly follow?: true;
  readonly every: number;
  readonly restart?: true;
}

export function defineIndicatorsPull(indicators: Command, context: CliContext): void {
  defineCommand(indicators, 'pull', {
    summary:
      'follow the feed of indicators into a file; a repeated command goes on where the last one stopped',
    details: [
      'Each line of the file is one change, oldest first: LISTED and UPDATED with the indicator, REMOVED with its id alone.',
      'Apply them in order: the last change of an indicator is what holds. The place in the feed is kept in FILE.cursor.',
    ].join('\n'),
    examples: [
      [
        'cordon indicators pull --purpose TRANSACTION --out indicators.jsonl',
        'adds what has changed since the last time',
      ],
      [
        'cordon indicators pull --purpose TRANSACTION --out indicators.jsonl --follow',
        'goes on until Ctrl-C',
      ],
    ],
  })
    .addOption(purposeOption())
    .requiredOption('--out <file>', 'the file to add to (JSON lines)')
    .option('--follow', 'wait for more, until Ctrl-C')
    .option(
      '--every <seconds>',
      'how often to ask with --follow',
      wholeNumber(1, EVERY_MAX_S),
      EVERY_DEFAULT_S,
    )
    .option('--restart', 'begin at the start of the feed and replace the file')
    .addOption(retryForOption('long'))
    .action(async (options: PullOptions) => {
      await withFileLock(context.terminal, `${resolve(options.out)}.lock`, 0, () => pull(context, options));
    });
}

async function pull({ terminal }: CliContext, options: PullOptions): Promise<void> {
  const purpose = declaredPurpose(options);
  const connection = await connect(terminal, options);
  const feed = `${connection.url} ${connection.caller}`;
  const file = await ChangesFile.open(options.out, feed, options.restart === true);
  let changes = 0;
  try {
    do {
      let more = true;
      while (more) {
        const page = await readChanges(connection, purpose, file.cursor);
        await file.append(page.changes, page.cursor);
        changes += page.changes.length;
        more = page.hasNextPage && !terminal.signal.aborted;
        if (options.follow === true && page.changes.length > 0)
          say(terminal, `${page.changes.length} changes.`);
      }
      if (options.follow === true) await terminal.sleep(options.every * 1000);
    } while (options.follow === true && !terminal.signal.aborted);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    throw new CliError(error.exitCode, `${error.message} ${changes} changes were added before.`, {
      cause: error,
    });
  } finally {
    await file.close();
  }
  if (terminal.signal.aborted && options.follow !== true)
    throw new CliError(EXIT_CODE.interrupted, 'Stopped.');
  if (options.json === true) printJson(terminal, { out: options.out, changes, cursor: file.cursor });
  else print(terminal, `${changes} changes added to ${options.out}.`);
}
