import { type DocumentNode, getOperationAST, valueFromASTUntyped } from 'graphql';

/**
 * The variables of a request with the defaults of those that it leaves out, as the operation gives them. graphql-jit 0.8
 * refuses a variable of a required type that is left out, though it has a default, so that it is put in before.
 *
 * Source: GraphQL specification of October 2021, section 6.1.2.
 */
export function withDefaults(
  variables: Readonly<Record<string, unknown>>,
  document: DocumentNode,
  operationName: string | undefined,
): Record<string, unknown> {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  let filled: Record<string, unknown> = variables;
  for (const { variable, defaultValue } of definitions) {
    const { value: name } = variable.name;
    if (defaultValue === undefined || Object.hasOwn(variables, name)) continue;
    if (filled === variables) filled = { ...variables };
    filled[name] = valueFromASTUntyped(defaultValue);
  }
  return filled;
}
