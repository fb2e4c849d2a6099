import { type Command, InvalidArgumentError, Option } from 'commander';
import { notAuthorisedError } from '../cli-error.js';
import { parseCode, WORK_KINDS, type WorkKind } from '../codes.js';
import { connect, type Connection } from '../connect/connect.js';
import { print, printJson, say } from '../terminal.js';
import { type ShownWork, workTable } from '../work/describe-work.js';
import { MY_WORK, type WorkPage } from '../work/work-operations.js';
import {
  type CallOptions,
  type CliContext,
  defineCommand,
  limitOption,
  retryForOption,
} from './define-command.js';

const LIST_MAX = 1_000;
const PAGE_MAX = 100;

interface WorkOptions extends CallOptions {
  readonly kind?: readonly WorkKind[];
  readonly limit: number;
}

/** `cordon work`: what waits for the person who is signed in. */
export function defineWork(program: Command, context: CliContext): void {
  defineCommand(program, 'work', {
    summary: 'list what waits for you, by deadline, with what to type next',
    details:
      'Where a child is at risk comes first; what is past its time is marked. It is for people: work is nobody’s who cannot answer for it.',
    examples: [
      ['cordon work', 'what is to be done first, first'],
      ['cordon work --kind ACT_ON_NOTICE --kind CLOSE_RECALL', 'only these'],
    ],
  })
    .addOption(kindOption())
    .addOption(limitOption({ max: LIST_MAX }))
    .addOption(retryForOption('short'))
    .action(async (options: WorkOptions) => {
      const connection = await connect(context.terminal, options);
      if (connection.isMachine)
        throw notAuthorisedError(
          `${connection.caller} is a machine, and work is for people. Sign in as yourself: cordon login --email ... --profile me, then cordon work --profile me.`,
        );
      const { work, isMore } = await waiting(connection, options);
      if (options.json === true) {
        printJson(context.terminal, work);
        return;
      }
      if (work.length === 0) print(context.terminal, 'Nothing waits for you.');
      else for (const line of workTable(work)) print(context.terminal, line);
      if (isMore) say(context.terminal, 'There is more: ask for it by --limit, or for less by --kind.');
    });
}

function kindOption(): Option {
  return new Option(
    '--kind <kind>',
    `only this, which may be given several times: ${WORK_KINDS.join(', ')}`,
  ).argParser((text: string, before: readonly WorkKind[] | undefined): readonly WorkKind[] => {
    const kind = parseCode(WORK_KINDS, text);
    if (kind !== undefined) return [...new Set([...(before ?? []), kind])];
    throw new InvalidArgumentError(`Use one of ${WORK_KINDS.join(', ')}.`);
  });
}

async function waiting(
  connection: Connection,
  { kind, limit }: WorkOptions,
): Promise<{ readonly work: readonly ShownWork[]; readonly isMore: boolean }> {
  const work: ShownWork[] = [];
  let after: string | null = null;
  let isMore = true;
  while (isMore && work.length < limit) {
    const first = Math.min(PAGE_MAX, limit - work.length);
    const page: WorkPage = await connection.execute(MY_WORK, { first, after, kinds: kind ?? null });
    work.push(...page.myWork.nodes);
    ({ hasNextPage: isMore, endCursor: after } = page.myWork.pageInfo);
  }
  return { work, isMore };
}
