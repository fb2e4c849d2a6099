import { PAGE_FIRST_MAX } from '../../../common/page.js';
import { toComparedMatch, toDecision, toPossibleMatch } from '../../../merchant/index.js';
import { CliError } from '../../cli-error.js';
import { type CliContext, wholeNumber } from '../../command/define-command.js';
import { EXIT_CODE } from '../../exit-code.js';
import { tableLines } from '../../table.js';
import { print, printJson } from '../../terminal.js';
import { listLines, matchLines } from './describe-match.js';
import { figureLines } from './figure-lines.js';
import { typedId, withReviewDesk } from './review-desk.js';
import { type DefineReviewCommand, orderOf, orderOption, type ReviewOptions } from './review-options.js';

/** Rows that a list gives when the caller does not say. */
const LIMIT_DEFAULT = 20;

interface ListOptions extends ReviewOptions {
  readonly order: string;
  readonly limit: number;
  readonly after?: string;
  readonly leftOpen?: true;
}

export function defineReviewList(define: DefineReviewCommand, context: CliContext): void {
  define('list', {
    summary: 'list the possible matches that wait for a decision',
    examples: [
      ['cordon-admin review list --as ida@coalition.example', 'those first that wait longest'],
      [
        'cordon-admin review list --as ida@coalition.example --order strongest --limit 5',
        'the likeliest five',
      ],
    ],
  })
    .addOption(orderOption())
    .option('--limit <n>', `how many, 1 to ${PAGE_FIRST_MAX}`, wholeNumber(1, PAGE_FIRST_MAX), LIMIT_DEFAULT)
    .option('--after <cursor>', 'go on behind this place: endCursor of the JSON')
    .option('--left-open', 'those that an analyst looked at and left open')
    .action(async (options: ListOptions) => {
      const page = await withReviewDesk(context.terminal, options.as, ({ actor, matches }) =>
        matches.list(actor, {
          purpose: 'RESOLUTION',
          filter: { leftOpen: options.leftOpen === true },
          orderBy: orderOf(options.order),
          page: { first: options.limit, after: options.after },
        }),
      );
      const found = page.rows.map(toPossibleMatch);
      const { hasNextPage } = page;
      if (options.json === true)
        printJson(context.terminal, { nodes: found, hasNextPage, endCursor: page.cursors.at(-1) ?? null });
      else if (found.length === 0) print(context.terminal, 'Nothing waits for a decision.');
      else for (const line of listLines(found)) print(context.terminal, line);
    });
}

export function defineReviewShow(define: DefineReviewCommand, context: CliContext): void {
  define('show <possible-match>', {
    summary: 'show a possible match side by side, with the evidence',
    examples: [['cordon-admin review show jdg_... --as ida@coalition.example', 'an id of review list']],
  }).action(async (typed: string, options: ReviewOptions) => {
    const id = typedId('judgement', typed);
    const match = await withReviewDesk(context.terminal, options.as, ({ actor, matches }) =>
      matches.find(actor, { id, purpose: 'RESOLUTION' }),
    );
    if (match === undefined) throw new CliError(EXIT_CODE.refused, `There is no possible match ${typed}.`);
    const shown = toComparedMatch(match);
    if (options.json === true) printJson(context.terminal, shown);
    else for (const line of matchLines(shown)) print(context.terminal, line);
  });
}

interface DecisionsOptions extends ReviewOptions {
  readonly limit: number;
}

export function defineReviewDecisions(define: DefineReviewCommand, context: CliContext): void {
  define('decisions', {
    summary: 'list what analysts decided, newest first',
    examples: [['cordon-admin review decisions --as ida@coalition.example --limit 5', 'the last five']],
  })
    .option('--limit <n>', `how many, 1 to ${PAGE_FIRST_MAX}`, wholeNumber(1, PAGE_FIRST_MAX), LIMIT_DEFAULT)
    .action(async (options: DecisionsOptions) => {
      const page = await withReviewDesk(context.terminal, options.as, ({ actor, decisions }) =>
        decisions.list(actor, { purpose: 'RESOLUTION', filter: {}, page: { first: options.limit } }),
      );
      const found = page.rows.map(toDecision);
      if (options.json === true) printJson(context.terminal, { nodes: found, hasNextPage: page.hasNextPage });
      else if (found.length === 0) print(context.terminal, 'Nothing was decided yet.');
      else
        for (const line of tableLines(
          ['decision', 'when', 'kind', 'verdict', 'by', 'undone', 'reason'],
          found.map(({ id, decidedAt, kind, verdict, decidedBy, undoneAt, reason }) => [
            id,
            decidedAt.toISOString().slice(0, 16),
            kind,
            verdict,
            decidedBy,
            undoneAt?.toISOString().slice(0, 16) ?? '',
            reason.replaceAll('\n', ' '),
          ]),
        ))
          print(context.terminal, line);
    });
}

export function defineReviewFigures(define: DefineReviewCommand, context: CliContext): void {
  define('figures', {
    summary: 'count how far analysts and engine, and analysts among themselves, agree',
    examples: [
      ['cordon-admin review figures --as ida@coalition.example', 'by version of the model and by tier'],
    ],
  }).action(async (options: ReviewOptions) => {
    const figures = await withReviewDesk(context.terminal, options.as, ({ actor, counts }) =>
      counts.figures(actor),
    );
    if (options.json === true) printJson(context.terminal, figures);
    else for (const line of figureLines(figures)) print(context.terminal, line);
  });
}
