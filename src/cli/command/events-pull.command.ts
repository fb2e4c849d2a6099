import { type Command, Option } from 'commander';
import { EVENT_KINDS, type EventKind } from '../codes.js';
import { readEvents } from '../feed/member-events.js';
import { followFeed, type FollowOptions, followOptions } from '../feed/follow-feed.js';
import { type CliContext, defineCommand } from './define-command.js';

interface PullOptions extends FollowOptions {
  readonly kinds?: readonly EventKind[];
}

export function defineEventsPull(events: Command, context: CliContext): void {
  const command = defineCommand(events, 'pull', {
    summary:
      'follow what happens that concerns your member into a file; a repeated command goes on where the last one stopped',
    details: [
      'Each line of the file is one event, oldest first: its kind, when it happened, and the id of what it happened to.',
      'Read that by its own command. The place among the events is kept in FILE.cursor, with the kinds asked for.',
    ].join('\n'),
    examples: [
      ['cordon events pull --out events.jsonl', 'adds what has happened since the last time'],
      ['cordon events pull --out recalls.jsonl --kinds RECALL_RAISED --follow', 'goes on until Ctrl-C'],
    ],
  }).addOption(
    new Option('--kinds <kinds...>', 'only events of these kinds, of all that you may read').choices(
      EVENT_KINDS,
    ),
  );
  followOptions(command).action(async (options: PullOptions) => {
    const kinds = options.kinds === undefined ? null : [...new Set(options.kinds)].sort();
    await followFeed(context, options, {
      noun: 'events',
      name: ['events', ...(kinds ?? [])].join(' '),
      read: (connection, after) => readEvents(connection, kinds, after),
    });
  });
}
