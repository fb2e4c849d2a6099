import type { Refusal } from '../../common/refusal.js';
import type { ScreenedMerchantInput, UserError } from '../api-types.js';
import { CliError } from '../cli-error.js';
import type { Purpose } from '../codes.js';
import type { Connection } from '../connect/connect.js';
import { OperationError } from '../connect/graphql-client.js';
import { EXIT_CODE } from '../exit-code.js';
import { columnOfField } from '../intake/field-column.js';
import { type FieldColumns, mapSubject } from '../intake/map-subject.js';
import type { SourceRow } from '../intake/row-source.js';
import { type Screening, screenMerchants } from './screen-merchants.js';

/** A row that can be asked about, or why not. */
type Question =
  | { readonly kind: 'ask'; readonly merchant: ScreenedMerchantInput; readonly columns: FieldColumns }
  | { readonly kind: 'refused'; readonly ref: string; readonly refusals: readonly Refusal[] };

/** Asks about the rows of one batch. Gives one screening for each, in their order; refusals name the file's columns. */
export async function screenBatch(
  connection: Connection,
  purpose: Purpose,
  rows: readonly SourceRow[],
): Promise<readonly Screening[]> {
  const questions = rows.map(questionOf);
  const asked = questions.filter((question) => question.kind === 'ask');
  const answers =
    asked.length === 0
      ? []
      : await ask(
          connection,
          purpose,
          asked.map(({ merchant }) => merchant),
        );
  let next = 0;
  return questions.map((question) => {
    if (question.kind === 'refused') return refusedScreening(purpose, question.ref, question.refusals);
    const answer = answers[next++];
    if (answer?.ref !== question.merchant.ref)
      throw new CliError(EXIT_CODE.fault, 'The service’s answers are not in the order of the questions.');
    const refusals = answer.refusals.map((refusal) => ({
      ...refusal,
      field: [columnOfField(question.columns, withoutIndex(refusal.field))],
    }));
    return { ...answer, refusals };
  });
}

function questionOf(row: SourceRow): Question {
  const { content, line } = row;
  if (content.kind === 'unreadable')
    return { kind: 'refused', ref: String(line), refusals: content.refusals };
  if (content.kind === 'report')
    return {
      kind: 'refused',
      ref: content.input.clientReference,
      refusals: [
        {
          code: 'INVALID_FORMAT',
          field: [],
          message: 'This is a report. Give the merchant as a flat object instead.',
        },
      ],
    };
  const ref = content.row.client_reference ?? String(line);
  const { subject, columns, refusals } = mapSubject(content.row);
  if (refusals.length > 0) return { kind: 'refused', ref, refusals };
  return { kind: 'ask', merchant: { ...subject, ref }, columns };
}

async function ask(
  connection: Connection,
  purpose: Purpose,
  merchants: readonly ScreenedMerchantInput[],
): Promise<readonly Screening[]> {
  try {
    const answer = await screenMerchants(connection, { purpose, merchants });
    if (answer.screenings.length === merchants.length) return answer.screenings;
    return await askOneByOne(connection, purpose, merchants, answer.userErrors);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    const refusals = error.fields.length === 0 ? [{ field: '', message: error.message }] : error.fields;
    return askOneByOne(
      connection,
      purpose,
      merchants,
      refusals.map(({ field, message }) => ({ code: error.code, field: field.split('.'), message })),
    );
  }
}

/** A value that the schema cannot carry makes the service refuse the whole batch: alone, only its own row is refused. */
async function askOneByOne(
  connection: Connection,
  purpose: Purpose,
  merchants: readonly ScreenedMerchantInput[],
  errors: readonly UserError[],
): Promise<readonly Screening[]> {
  const [only] = merchants;
  if (only !== undefined && merchants.length === 1) return [refusedScreening(purpose, only.ref, errors)];
  const answers: Screening[] = [];
  for (const merchant of merchants) answers.push(...(await ask(connection, purpose, [merchant])));
  return answers;
}

function refusedScreening(purpose: Purpose, ref: string, refusals: readonly UserError[]): Screening {
  return {
    id: '',
    ref,
    purpose,
    outcome: 'REFUSED',
    tier: 'NONE',
    matches: [],
    markers: [],
    refusals,
    screenedAt: '',
    notice: '',
  };
}

/** The service names a field from the whole input: `merchants.3.identifiers.0.value`. */
function withoutIndex(field: readonly string[]): readonly string[] {
  const at = field.indexOf('merchants');
  return at === -1 ? field : field.slice(at + 2);
}
