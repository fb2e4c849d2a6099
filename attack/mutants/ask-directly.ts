import type { World } from '../../test/access/matrix/given-world.js';
import { type Row, RowProbe } from '../../test/rows/row-probe.js';
import { rulesIn } from './access-rule-text.js';
import { Coalition } from './coalition.js';
import type { DirectStatement } from './direct-statement.js';
import { DIRECT_STATEMENTS } from './direct-statements.js';
import { seldomSent } from './seldom-sent.js';

/**
 * Asks statements of the repositories by themselves, with the values of others, and says which answers are otherwise than
 * the table has them. For while row policies are off: what the rules keep back by themselves is what counts.
 *
 * @param heard the texts that the service was heard to send.
 * @param rules those whose statements are asked.
 */
export async function askDirectly(
  world: World,
  heard: ReadonlySet<string>,
  rules: (rule: string) => boolean,
): Promise<readonly string[]> {
  const chosen = DIRECT_STATEMENTS.filter(({ rule }) => rules(rule));
  if (chosen.length === 0) return [];
  const texts = [...heard, ...(await seldomSent(world.app))];
  const probe = await RowProbe.open(world);
  try {
    const failures: string[] = [];
    for (const statement of chosen) failures.push(...(await askOne(world, probe, texts, statement)));
    return failures;
  } finally {
    await probe.close();
  }
}

async function askOne(
  world: World,
  probe: RowProbe,
  texts: readonly string[],
  { rule, as, asks, including = '', ending = '', given, values, expected }: DirectStatement,
): Promise<readonly string[]> {
  const text = texts.find((each) => rulesIn(each).has(rule) && each.includes(including));
  const reader = world.readers.find(({ column }) => column === as);
  if (text === undefined || reader === undefined) return [`${rule}: no statement was heard that has it`];
  await probe.enter(reader);
  try {
    const coalition = new Coalition(world, probe, reader);
    for (const statement of given?.(coalition) ?? []) await probe.lookUp(statement);
    const rows = await probe.askAsActor(`${text} ${ending}`, await values(coalition));
    const found = JSON.stringify(rows.map((row, place) => columnsOf(row, expected[place])));
    return found === JSON.stringify(expected)
      ? []
      : [`${rule}: ${reader.name} asks ${asks}: ${found} instead of ${JSON.stringify(expected)}`];
  } finally {
    await probe.leave();
  }
}

/** Of a row that was not expected all columns tell. */
function columnsOf(row: Row, expected: Row | undefined): Row {
  return expected === undefined
    ? row
    : Object.fromEntries(Object.keys(expected).map((column) => [column, row[column]]));
}
