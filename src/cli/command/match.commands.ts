import { type Command, Option } from 'commander';
import { POSSIBLE_MATCH_ORDERS, type PossibleMatchOrder, type Verdict, VERDICTS } from '../codes.js';
import { connect } from '../connect/connect.js';
import { comparisonLines, decisionLines, matchTable } from '../match/describe-match.js';
import { DECIDE_MATCH, MATCH, MATCHES, UNDO_DECISION } from '../match/match-operations.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';
import { requireFound, showRead, tellAnswer } from './show-result.js';

/** `cordon match`: for the coalition's analysts, who sign in as people. What is read is read to resolve, and logged. */
export function defineMatch(program: Command, context: CliContext): void {
  const match = program.command('match').description('merchants that may be one, for an analyst to decide');
  defineList(match, context);
  defineShow(match, context);
  defineDecide(match, context);
  defineUndo(match, context);
}

interface ListOptions extends CallOptions {
  readonly order: PossibleMatchOrder;
  readonly leftOpen?: true;
  readonly merchant?: string;
  readonly limit: number;
}

function defineList(match: Command, context: CliContext): void {
  defineCommand(match, 'list', {
    summary: 'list the possible matches that wait for a decision',
    examples: [
      ['cordon match list --order STRONGEST', 'those first that most likely are one merchant'],
      ['cordon match list --left-open', 'those that somebody looked at, and was unsure'],
    ],
  })
    .addOption(
      new Option('--order <order>', 'which come first').choices(POSSIBLE_MATCH_ORDERS).default('OLDEST'),
    )
    .option('--left-open', 'those that an analyst looked at and left open, instead')
    .option('--merchant <merchant>', 'only those of this merchant')
    .addOption(limitOption())
    .addOption(retryForOption('short'))
    .action(async ({ order, leftOpen, merchant, limit, ...options }: ListOptions) => {
      const connection = await connect(context.terminal, options);
      const filter = { leftOpen: leftOpen ?? null, merchantId: merchant ?? null };
      const { possibleMatches } = await connection.execute(MATCHES, { first: limit, orderBy: order, filter });
      showRead(context, options, possibleMatches.nodes, matchTable);
    });
}

function defineShow(match: Command, context: CliContext): void {
  defineCommand(match, 'show <match>', {
    summary: 'show the two side by side, with what speaks for and against their being one',
    examples: [['cordon match show jdg_...', 'by the id that the list, or cordon work, gives']],
  })
    .addOption(retryForOption('short'))
    .action(async (id: string, options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const answer = await connection.execute(MATCH, { id });
      const possibleMatch = requireFound(
        answer.possibleMatch,
        `There is no possible match "${id}" that you may see. See cordon match list.`,
      );
      showRead(context, options, possibleMatch, comparisonLines);
    });
}

interface ReasonOptions extends CallOptions {
  readonly reason: string;
}

function defineDecide(match: Command, context: CliContext): void {
  defineCommand(match, 'decide <match>', {
    summary: 'say whether the two are one merchant; UNSURE leaves it open for another analyst',
    examples: [
      [
        'cordon match decide jdg_... --verdict SAME --reason "same owner by the company register"',
        'one merchant',
      ],
    ],
  })
    .addOption(new Option('--verdict <verdict>', 'what they are').choices(VERDICTS).makeOptionMandatory())
    .requiredOption('--reason <text>', 'why')
    .addOption(retryForOption('short'))
    .action(
      async (
        possibleMatchId: string,
        { verdict, reason, ...options }: ReasonOptions & { readonly verdict: Verdict },
      ) => {
        const connection = await connect(context.terminal, options);
        const input = { possibleMatchId, verdict, reason };
        const { answer } = await connection.execute(DECIDE_MATCH, { input });
        tellAnswer(context, options, answer, { changed: answer.decision, lines: decisionLines });
      },
    );
}

function defineUndo(match: Command, context: CliContext): void {
  defineCommand(match, 'undo <decision>', {
    summary: 'take a decision back; what follows from the others stands',
    examples: [
      ['cordon match undo dec_... --reason "another owner, by the register"', 'by the id of the decision'],
    ],
  })
    .requiredOption('--reason <text>', 'why')
    .addOption(retryForOption('short'))
    .action(async (decisionId: string, { reason, ...options }: ReasonOptions) => {
      const connection = await connect(context.terminal, options);
      const { answer } = await connection.execute(UNDO_DECISION, { input: { decisionId, reason } });
      tellAnswer(context, options, answer, { changed: answer.decision, lines: decisionLines });
    });
}
