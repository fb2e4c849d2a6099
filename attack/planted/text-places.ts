import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Variables } from '../../test/support/caller.js';

/** One text that an operation takes: a field of its input, however deep. */
export interface TextPlace {
  readonly kind: 'query' | 'mutation';
  readonly operation: string;
  /** Keys from the variables down, with places in lists and the types that decide how a text is read. */
  readonly path: readonly (string | number)[];
  /** The document that runs the operation. */
  readonly document: string;
  /** The variables with `text` in this place and all else as `base` has it. */
  readonly filled: (base: Variables, text: string) => Variables;
}

/** Every place of a schema where a String may stand, in all that an operation takes. */
export function textPlaces(schema: GraphQLSchema): readonly TextPlace[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values((type as GraphQLObjectType | undefined)?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap((argument) =>
        leavesOf(argument.type, [argument.name]).map((leaf) => ({
          kind,
          operation: field.name,
          path: leaf.path,
          document: documentOf(kind, field),
          filled: (base: Variables, text: string) =>
            leaf.steps.reduceRight<(at: unknown) => unknown>(
              (below, step) => (at) => step(at, below),
              () => text,
            )(base) as Variables,
        })),
      ),
    ),
  );
}

/** Puts into what stands at one level what `below` makes of the next. */
type Step = (at: unknown, below: (at: unknown) => unknown) => unknown;

interface Leaf {
  readonly path: readonly (string | number)[];
  readonly steps: readonly Step[];
}

const LEVELS_MAX = 8;

function leavesOf(type: GraphQLInputType, path: Leaf['path'], steps: readonly Step[] = []): readonly Leaf[] {
  const key = path.at(-1) ?? '';
  const inKey: Step = (at, below) => {
    const object = (typeof at === 'object' && at !== null ? at : {}) as Variables;
    return { ...object, [key]: below(object[String(key)]) };
  };
  const here = [...steps, inKey];
  const nullable = getNullableType<GraphQLInputType>(type);
  if (isListType(nullable)) {
    const inList: Step = (at, below) => {
      const [first, ...others] = Array.isArray(at) ? (at as readonly unknown[]) : [];
      return [below(first), ...others];
    };
    return inside(nullable.ofType, [...path, 0], [...here, inList]);
  }
  return inside(nullable, path, here);
}

function inside(type: GraphQLInputType, path: Leaf['path'], steps: readonly Step[]): readonly Leaf[] {
  const nullable = getNullableType<GraphQLInputType>(type);
  if (isInputObjectType(nullable) && path.length < LEVELS_MAX) {
    const whole: Step = (at, below) => below({ ...leastOf(nullable), ...(at as Variables | undefined) });
    return variantsOf(nullable, path).flatMap(({ variant, step }) =>
      Object.values(nullable.getFields()).flatMap((field) =>
        leavesOf(field.type, [...variant, field.name], [...steps, whole, ...step]),
      ),
    );
  }
  return 'name' in nullable && nullable.name === 'String' ? [{ path, steps }] : [];
}

/** An object whose `type` says how its texts are read takes each of them under every type. */
function variantsOf(
  type: GraphQLInputObjectType,
  path: Leaf['path'],
): readonly { readonly variant: Leaf['path']; readonly step: readonly Step[] }[] {
  const field = type.getFields()['type'];
  const kinds = field === undefined ? undefined : getNamedType(field.type);
  if (!isEnumType(kinds)) return [{ variant: path, step: [] }];
  return kinds.getValues().map(({ name }) => ({
    variant: [...path, name],
    step: [(at, below) => below({ ...(at as Variables), type: name, scope: null })],
  }));
}

/** The least that an object of the type must have, so that only the text in question can be what is wrong with it. */
function leastOf(type: GraphQLInputType): Variables {
  if (!isInputObjectType(type)) return {};
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => isNonNullType(field.type) && field.defaultValue === undefined)
      .map((field) => [field.name, leastValue(getNullableType<GraphQLInputType>(field.type))]),
  );
}

function leastValue(type: GraphQLInputType): unknown {
  if (isListType(type)) return [leastValue(getNullableType<GraphQLInputType>(type.ofType))];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return leastOf(type);
  return type.toString() === 'String' ? 'Nomu' : null;
}

function documentOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = kind === 'mutation' ? `{ ${refusalsOf(field)} userErrors { code } }` : '{ __typename }';
  return `${kind} (${declared}) { ${field.name}(${given}) ${selection} }`;
}

/** Where a mutation answers many things at once, each has refusals of its own. */
function refusalsOf({ type }: GraphQLField<unknown, unknown>): string {
  const payload = getNamedType(type);
  const lists = isObjectType(payload) ? Object.values(payload.getFields()) : [];
  return lists
    .filter(({ type: of }) => {
      const named = getNamedType(of);
      return isObjectType(named) && 'refusals' in named.getFields();
    })
    .map(({ name }) => `${name} { refusals { code } }`)
    .join(' ');
}
