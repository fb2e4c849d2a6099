import fc from 'fast-check';
import {
  astFromValue,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isNonNullType,
  isObjectType,
  print,
} from 'graphql';
import type { ValueDrawer } from './draw-value.js';

/** How many levels a drawn selection has at most. */
const DEPTH_MAX = 6;

type Field = GraphQLField<unknown, unknown>;

/** A document with its variables, and several sets of values for them. */
export interface DrawnDocument {
  readonly query: string;
  readonly values: readonly Readonly<Record<string, unknown>>[];
}

/** An operation of the schema: what it asks, of which field, under which name. */
interface DrawnField {
  readonly field: Field;
  readonly selection: string;
  readonly alias: string;
}

/** How many sets of values each document gets: the first is checked, the second compiled, the third runs compiled. */
const VALUES_PER_DOCUMENT = 4;

/** How many of a hundred documents hold their values themselves. */
const WRITTEN_PERCENT = 20;
/** How many of a hundred operations are asked of a caller who may not run them. */
const FOREIGN_PERCENT = 10;

/** Draws operations as the schema allows them, mostly those that `mayRun`, with values by `values`. */
export function drawDocument(
  schema: GraphQLSchema,
  values: ValueDrawer,
  mayRun: (operation: string) => boolean,
): fc.Arbitrary<DrawnDocument> {
  const kinds = [
    { kind: 'query', type: schema.getQueryType(), most: 3 },
    { kind: 'mutation', type: schema.getMutationType(), most: 2 },
  ] as const;
  return fc
    .oneof(
      ...kinds.flatMap(({ kind, type, most }) =>
        type
          ? [
              fc
                .array(drawField(type, mayRun), { minLength: 1, maxLength: most })
                .map((fields) => ({ kind, fields })),
            ]
          : [],
      ),
    )
    .chain(({ kind, fields }) =>
      fc
        .tuple(
          fc.array(drawVariables(fields, values), {
            minLength: VALUES_PER_DOCUMENT,
            maxLength: VALUES_PER_DOCUMENT,
          }),
          fc.integer({ min: 1, max: 100 }),
        )
        .map(([sets, die]) => {
          const written = die <= WRITTEN_PERCENT ? sets[0] : undefined;
          // The values that a document holds itself are the only ones that it has.
          return { query: textOf(kind, fields, written), values: written === undefined ? sets : [{}] };
        }),
    );
}

function drawField(
  type: GraphQLObjectType,
  mayRun: (operation: string) => boolean,
): fc.Arbitrary<DrawnField> {
  const fields = Object.values(type.getFields());
  const own = fields.filter(({ name }) => mayRun(`${type.name} ${name}`));
  const drawn = fc.oneof(
    {
      weight: own.length === 0 ? 0 : 100 - FOREIGN_PERCENT,
      arbitrary: fc.constantFrom(...own, ...fields.slice(0, own.length === 0 ? 1 : 0)),
    },
    { weight: FOREIGN_PERCENT, arbitrary: fc.constantFrom(...fields) },
  );
  return drawn.chain((field) =>
    fc.record({
      field: fc.constant(field),
      selection: drawSelection(field.type, DEPTH_MAX),
      alias: fc.constantFrom('', '', '', 'a', 'constructor', 'then', 'toString'),
    }),
  );
}

/** What is asked of a type: all of it at times, for an answer that holds as much as it may; else any part. */
function drawSelection(type: GraphQLOutputType, depth: number): fc.Arbitrary<string> {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return fc.constant('');
  if (!isObjectType(named) || depth === 0) return fc.constant('{ __typename }');
  const fields = Object.values(named.getFields()).filter(
    ({ args }) =>
      !args.some(({ type: asked, defaultValue }) => isNonNullType(asked) && defaultValue === undefined),
  );
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(wholeSelection(type, depth)) },
    {
      weight: 3,
      arbitrary: fc
        .subarray(fields, { minLength: 1, maxLength: Math.min(fields.length, 8) })
        .chain((chosen) => fc.tuple(...chosen.map((field, place) => drawPart(field, place, depth))))
        .map((parts) => `{ ${parts.join(' ')} }`),
    },
  );
}

function drawPart(field: Field, place: number, depth: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      drawSelection(field.type, depth - 1),
      fc.constantFrom('', '', '', '', `x${place}: `, '__typename '),
      fc.constantFrom('', '', '', '', '@include(if: true)', '@skip(if: true)'),
    )
    .map(([below, before, directive]) => `${before}${field.name}${pageOf(field)} ${directive} ${below}`);
}

/** Every field of a type, to a bounded depth; of a page `nodes` alone, for `edges` say the same. */
function wholeSelection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named) || depth === 0) return '{ __typename }';
  const fields = named.getFields();
  const parts = Object.values(fields)
    .filter(({ name }) => !(name === 'edges' && 'nodes' in fields))
    .filter(
      ({ args }) =>
        !args.some(({ type: asked, defaultValue }) => isNonNullType(asked) && defaultValue === undefined),
    )
    .filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)))
    .map((field) => `${field.name}${pageOf(field)} ${wholeSelection(field.type, depth - 1)}`);
  return `{ __typename ${parts.join(' ')} }`;
}

function pageOf({ args }: Field): string {
  return args.some(({ name }) => name === 'first') ? '(first: 3)' : '';
}

/** Values for the variables of the fields, `v0_input` for the argument `input` of the first. */
function drawVariables(
  fields: readonly DrawnField[],
  values: ValueDrawer,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const entries = fields.flatMap(({ field }, place) =>
    field.args.map(
      (argument) => [`v${place}_${argument.name}`, values.of(argument.type, argument.name)] as const,
    ),
  );
  return fc.record(Object.fromEntries(entries));
}

function textOf(
  kind: 'query' | 'mutation',
  fields: readonly DrawnField[],
  written: Readonly<Record<string, unknown>> | undefined,
): string {
  const declared: string[] = [];
  const asked = fields.map(({ field, selection, alias }, place) => {
    const args = field.args.map(({ name, type }) => {
      const variable = `v${place}_${name}`;
      const literal = written === undefined ? undefined : literalOf(written[variable], type);
      if (literal === undefined) declared.push(`$${variable}: ${String(type)}`);
      return `${name}: ${literal ?? `$${variable}`}`;
    });
    const label = alias === '' ? `f${place}` : `${alias}${place}`;
    return `${label}: ${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`} ${selection}`;
  });
  return `${kind}${declared.length === 0 ? '' : ` (${declared.join(', ')})`} { ${asked.join(' ')} }`;
}

/** A value as a document writes it, or undefined where it has none: left out, or of another type. */
function literalOf(value: unknown, type: GraphQLInputType): string | undefined {
  try {
    const node = astFromValue(value, type);
    return node ? print(node) : undefined;
  } catch {
    return undefined;
  }
}
