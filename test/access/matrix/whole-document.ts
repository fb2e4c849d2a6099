import {
  getNamedType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isObjectType,
} from 'graphql';

/** How deep a selection goes. */
const DEPTH_MAX = 7;
/** Entries of a page, and of a page within it. */
const FIRST = 20;
const FIRST_INSIDE = 5;

/** An operation of the schema with the document that asks it for everything that it can answer. */
export interface WholeOperation {
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
  readonly document: string;
  /** Whether it gives pages, which are followed by `after`. */
  readonly isPaged: boolean;
}

/** Every operation of the schema with its whole document. */
export function wholeOperations(schema: GraphQLSchema): ReadonlyMap<string, WholeOperation> {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return new Map(
    roots.flatMap(([kind, type]) =>
      Object.values(type?.getFields() ?? {}).map(
        (field) => [field.name, wholeOperation(kind, field)] as const,
      ),
    ),
  );
}

function wholeOperation(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): WholeOperation {
  const asked = field.args.filter(({ name }) => name !== 'first');
  const variables = asked.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const args = field.args
    .map(({ name }) => (name === 'first' ? `first: ${FIRST}` : `${name}: $${name}`))
    .join(', ');
  const document =
    `${kind}${variables === '' ? '' : ` (${variables})`} ` +
    `{ ${field.name}${args === '' ? '' : `(${args})`} ${selectAll(field.type, DEPTH_MAX)} }`;
  const isPaged = field.args.some(({ name }) => name === 'after');
  return { name: field.name, kind, field, document, isPaged };
}

/** `inside`: the types that the selection stands in. What names each other, as an alert and its notice, is asked once. */
function selectAll(type: GraphQLOutputType, depth: number, inside: readonly string[] = []): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const types = [...inside, named.name];
  const fields = Object.values(named.getFields())
    // `nodes` says what `edges` says.
    .filter((field) => !(field.name === 'edges' && 'nodes' in named.getFields()))
    .filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)))
    .filter((field) => !types.includes(getNamedType(field.type).name))
    .map((field) => `${field.name}${argumentsOf(field)} ${selectAll(field.type, depth - 1, types)}`);
  return fields.length === 0 ? '{ __typename }' : `{ ${fields.join(' ')} }`;
}

/** Of a field inside: a short page, and what it is read for. */
function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  const given = args.flatMap(({ name, type }) => {
    if (name === 'first') return [`first: ${FIRST_INSIDE}`];
    if (name !== 'purpose') return [];
    if (/^CoalitionPurpose!?$/.test(String(type))) return ['purpose: TRIAGE'];
    return String(type) === 'Purpose!' ? ['purpose: INVESTIGATION'] : [];
  });
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}
