import type { Command } from 'commander';
import { resolve } from 'node:path';
import { CliError, usageError } from '../cli-error.js';
import { type CallOptions, type CliContext, retryForOption, wholeNumber } from '../command/define-command.js';
import { connect, type Connection } from '../connect/connect.js';
import { withFileLock } from '../connect/file-lock.js';
import { OperationError } from '../connect/graphql-client.js';
import { EXIT_CODE } from '../exit-code.js';
import { print, printJson, say } from '../terminal.js';
import { ChangesFile } from './changes-file.js';

const EVERY_DEFAULT_S = 5;
const EVERY_MAX_S = 3600;

/** The options of a command that follows a feed into a file. */
export interface FollowOptions extends CallOptions {
  readonly out: string;
  readonly follow?: true;
  readonly every: number;
  readonly restart?: true;
}

/** One page of a feed, oldest first. */
export interface FeedPage {
  readonly entries: readonly unknown[];
  readonly hasNextPage: boolean;
  /** Stands behind everything up to this page, also an empty one. */
  readonly cursor: string | null;
}

/** A feed that is followed. */
export interface FollowedFeed {
  /** What it has, in the plural: `changes`. */
  readonly noun: string;
  /** Tells it from another feed of the same caller; empty where there is one alone. */
  readonly name: string;
  read(connection: Connection, after: string | null): Promise<FeedPage>;
}

/** Adds those options to a command. */
export function followOptions(command: Command): Command {
  return command
    .requiredOption('--out <file>', 'the file to add to (JSON lines)')
    .option('--follow', 'wait for more, until Ctrl-C')
    .option(
      '--every <seconds>',
      'how often to ask with --follow',
      wholeNumber(1, EVERY_MAX_S),
      EVERY_DEFAULT_S,
    )
    .option('--restart', 'begin at the start of the feed and replace the file')
    .addOption(retryForOption('long'));
}

/** Adds to a file what a feed has had since the last time; one command at a time for each file. */
export async function followFeed(
  context: CliContext,
  options: FollowOptions,
  feed: FollowedFeed,
): Promise<void> {
  await withFileLock(context.terminal, `${resolve(options.out)}.lock`, 0, () => pull(context, options, feed));
}

async function pull({ terminal }: CliContext, options: FollowOptions, feed: FollowedFeed): Promise<void> {
  const connection = await connect(terminal, options);
  const key = [connection.url, connection.caller, feed.name].filter((part) => part !== '').join(' ');
  const file = await ChangesFile.open(options.out, key, options.restart === true);
  let added = 0;
  try {
    do {
      let more = true;
      while (more) {
        const page = await feed.read(connection, file.cursor);
        await file.append(page.entries, page.cursor);
        added += page.entries.length;
        more = page.hasNextPage && !terminal.signal.aborted;
        if (options.follow === true && page.entries.length > 0)
          say(terminal, `${page.entries.length} ${feed.noun}.`);
      }
      if (options.follow === true) await terminal.sleep(options.every * 1000);
    } while (options.follow === true && !terminal.signal.aborted);
  } catch (error) {
    if (error instanceof OperationError && error.code === 'CURSOR_EXPIRED')
      throw usageError(`${error.message} Use --restart for that, which replaces ${options.out}.`);
    if (!(error instanceof CliError)) throw error;
    throw new CliError(error.exitCode, `${error.message} ${added} ${feed.noun} were added before.`, {
      cause: error,
    });
  } finally {
    await file.close();
  }
  if (terminal.signal.aborted && options.follow !== true)
    throw new CliError(EXIT_CODE.interrupted, 'Stopped.');
  if (options.json === true)
    printJson(terminal, { out: options.out, [feed.noun]: added, cursor: file.cursor });
  else print(terminal, `${added} ${feed.noun} added to ${options.out}.`);
}
