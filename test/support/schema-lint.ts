import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** What a mutation's name may begin with. A new verb is added here, by which someone reads the list of them. */
const VERBS = new Set(
  (
    'accept acknowledge activate add answer appeal apply approve ask attach change close correct create deactivate decide detach dispute end extend file ' +
    'give judge leave lift merge place record register reject release remove request reset resume review revoke rotate rule ' +
    'screen set sign split submit suspend undo unwatch update watch withdraw'
  ).split(' '),
);

const ROOT_TYPES = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Everything in which a schema departs from the rules of Cordon's API, as sentences; empty for a good one. Each of
 * the rules is a function below.
 */
export function lintSchema(schema: GraphQLSchema): readonly string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  return [...types.flatMap(undescribed), ...mutationFaults(schema), ...types.flatMap(connectionFaults)];
}

function undescribed(type: GraphQLNamedType): readonly string[] {
  const faults: string[] = [];
  const look = (name: string, described: { readonly description?: string | null | undefined }): void => {
    const text = described.description?.trim() ?? '';
    if (text === '') faults.push(`${name} has no description.`);
    else if (!/[.!?`)]$/.test(text)) faults.push(`The description of ${name} is not a sentence: "${text}".`);
  };
  // Nest makes the root types, and gives them no description.
  if (!ROOT_TYPES.has(type.name)) look(type.name, type);
  if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name}:)`, argument);
    }
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
  }
  return faults;
}

function mutationFaults(schema: GraphQLSchema): readonly string[] {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return mutations.flatMap((mutation) => [
    ...nameFaults(mutation),
    ...inputFaults(mutation),
    ...payloadFaults(mutation),
  ]);
}

function nameFaults({ name }: GraphQLField<unknown, unknown>): readonly string[] {
  const verb = /^[a-z]+/.exec(name)?.[0] ?? '';
  return VERBS.has(verb)
    ? []
    : [`The mutation ${name} does not begin with a verb of test/support/schema-lint.ts.`];
}

function inputFaults({ name, args }: GraphQLField<unknown, unknown>): readonly string[] {
  const [input] = args;
  const expected = `${capitalised(name)}Input!`;
  const fits = args.length === 1 && input?.name === 'input' && input.type.toString() === expected;
  return fits ? [] : [`The mutation ${name} does not take exactly one argument, input: ${expected}.`];
}

function payloadFaults({ name, type }: GraphQLField<unknown, unknown>): readonly string[] {
  const payload = getNamedType(type);
  const expected = `${capitalised(name)}Payload`;
  if (payload.name !== expected || !isObjectType(payload))
    return [`The mutation ${name} does not give ${expected}.`];
  const errors = payload.getFields()['userErrors']?.type.toString();
  return errors === '[UserError!]!' ? [] : [`${expected} has no field userErrors: [UserError!]!.`];
}

function connectionFaults(type: GraphQLNamedType): readonly string[] {
  if (!isObjectType(type)) return [];
  const own = type.name.endsWith('Connection') ? shapeFaults(type.name, Object.values(type.getFields())) : [];
  const fields = Object.values(type.getFields()).filter((field) =>
    getNamedType(field.type).name.endsWith('Connection'),
  );
  return [...own, ...fields.flatMap((field) => pagingFaults(`${type.name}.${field.name}`, field.args))];
}

function shapeFaults(name: string, fields: readonly GraphQLField<unknown, unknown>[]): readonly string[] {
  const missing = ['edges', 'nodes', 'pageInfo'].filter(
    (wanted) => !fields.some((field) => field.name === wanted),
  );
  return missing.map((wanted) => `${name} has no field ${wanted}.`);
}

function pagingFaults(name: string, args: readonly GraphQLArgument[]): readonly string[] {
  const first = args.find((argument) => argument.name === 'first');
  const after = args.find((argument) => argument.name === 'after');
  return [
    ...(first !== undefined && isNonNullType(first.type) && typeof first.defaultValue === 'number'
      ? []
      : [`${name} has no argument first: Int! with a default.`]),
    ...(after?.type.toString() === 'Cursor' ? [] : [`${name} has no argument after: Cursor.`]),
  ];
}

function capitalised(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
