import { type GraphQLSchema, isInputObjectType, isIntrospectionType, isObjectType } from 'graphql';
import { AIMS } from './aims.js';
import type { Matrix } from './matrix.js';

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * What of the schema matrix.csv says nothing about, and what it says of nothing, as sentences that name the row to write;
 * empty when it is complete.
 */
export function findMissingRows(schema: GraphQLSchema, matrix: Matrix): readonly string[] {
  const places = placesOf(schema);
  return [
    ...operationsOf(schema)
      .filter((name) => !matrix.paths('operation').some((path) => path.startsWith(`${name}(`)))
      .map((name) => `Write rows "operation,${name}(ARGUMENT),RELATION,..." and its aims in aims.ts.`),
    ...places.fields
      .filter((path) => matrix.rowsOf('field', path).length + matrix.rowsOf('structure', path).length === 0)
      .map((path) => `Write rows "field,${asRow(path)},RELATION,..." of who sees it in which relation.`),
    ...places.arguments
      .filter((path) => matrix.rowsOf('argument', path).length === 0)
      .map(
        (path) =>
          `Write a row "argument,${asRow(path)},aimed or said,...": whether something is reached by it.`,
      ),
    ...idleRows(places, matrix),
    ...idleAims(schema, matrix),
  ];
}

interface Places {
  readonly fields: readonly string[];
  readonly arguments: readonly string[];
}

/** Every operation of the schema by its name. */
export function operationsOf(schema: GraphQLSchema): readonly string[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );
}

function placesOf(schema: GraphQLSchema): Places {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const objects = types.filter(isObjectType);
  const inputs = types.filter(isInputObjectType);
  return {
    fields: objects
      .filter(({ name }) => !ROOTS.has(name))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)),
    arguments: [
      ...objects.flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) => {
          const owner = ROOTS.has(type.name) ? `${type.name}.${field.name}` : `${type.name}.${field.name}`;
          return field.args.map(({ name }) => `${owner}.${name}`);
        }),
      ),
      ...inputs.flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)),
    ],
  };
}

function idleRows(places: Places, matrix: Matrix): readonly string[] {
  const known = new Set([...places.fields, ...places.arguments]);
  return (['field', 'argument'] as const).flatMap((kind) =>
    matrix
      .paths(kind)
      .filter((path) => !path.includes('*') && !known.has(path))
      .map((path) => `The schema has no ${path}: take it out of matrix.csv.`),
  );
}

function idleAims(schema: GraphQLSchema, matrix: Matrix): readonly string[] {
  const rows = new Set(matrix.paths('operation'));
  const operations = new Set(operationsOf(schema));
  return [
    ...[...rows]
      .filter((path) => !AIMS.some((aim) => aim.path === path))
      .map((path) => `Write an aim for ${path} in aims.ts.`),
    ...AIMS.filter(({ path }) => !rows.has(path)).map(
      ({ path }) => `Write rows "operation,${path},RELATION,...": aims.ts has an aim without any.`,
    ),
    ...[...rows]
      .filter((path) => !operations.has(path.replace(/\(.*/, '')))
      .map((path) => `The schema has no operation for ${path}: take it out of matrix.csv.`),
  ];
}

/** `Report.narrative` as a row has it: `Report: narrative`. */
function asRow(path: string): string {
  const place = path.lastIndexOf('.');
  return `${path.slice(0, place)}: ${path.slice(place + 1)}`;
}
