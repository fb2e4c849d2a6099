import type { Command } from 'commander';
import type { Purpose } from '../codes.js';
import { followFeed, type FollowOptions, followOptions } from '../feed/follow-feed.js';
import { readChanges } from '../feed/indicator-changes.js';
import { type CliContext, defineCommand } from './define-command.js';
import { declaredPurpose, purposeOption } from './purpose-option.js';

interface PullOptions extends FollowOptions {
  readonly purpose?: Purpose;
}

export function defineIndicatorsPull(indicators: Command, context: CliContext): void {
  const command = defineCommand(indicators, 'pull', {
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
  }).addOption(purposeOption());
  followOptions(command).action(async (options: PullOptions) => {
    const purpose = declaredPurpose(options);
    await followFeed(context, options, {
      noun: 'changes',
      name: '',
      read: (connection, after) => readChanges(connection, purpose, after),
    });
  });
}
