import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  getOperationAST,
  type GraphQLNamedType,
  type GraphQLSchema,
  isListType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { PAGE_FIRST_DEFAULT, PAGE_FIRST_MAX } from '../../common/page.js';
import { fieldOf } from './estimate-cost.js';

/** What calling a service costs beside the values of its answer: entering the database, the audit log, for a change a commit. */
const QUERY_CALL = 10;
const MUTATION_CALL = 30;
/** What each entry of a mutation's list costs beside the values of its answer: it is checked, looked up and stored. */
const INPUT_ENTRY = 10;
/** Entries counted for a list whose length nothing tells. Its limit is in estimate-cost.ts; this is what it mostly holds. */
const LIST_ENTRIES_CHARGED = 3;
/** The most entries that a list of the input is charged for: no mutation takes more. */
const INPUT_ENTRIES_MAX = 1_000;

type Variables = Readonly<Record<string, unknown>>;

/** A cost that is known once the variables are: a constant, and what depends on their sizes. */
interface Price {
  readonly constant: number;
  readonly terms: readonly ((variables: Variables) => number)[];
}

const prices = new WeakMap<DocumentNode, Price>();

/**
 * What a caller is charged for an operation, before it runs: an estimate of the values in its response (each field 1, times the
 * entries of every list around it), and of the calls that give them.
 *
 * Unlike costRule, which bounds the worst case by the text alone, it takes the size of a page from the variables, and counts
 * the lists of a mutation's payload by the longest list of its input (`merchants`, say). The document must have been
 * validated. It is read once for each document: then the price of a request takes less than a microsecond.
 */
export function priceOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Variables,
): number {
  // A text holds the name of its operation (document-gate.ts), so that a document stands for one operation.
  let price = prices.get(document);
  if (price === undefined) {
    const operation = getOperationAST(document, operationName);
    price = operation ? new Pricing(schema, document).operation(operation) : free;
    prices.set(document, price);
  }
  return Math.max(1, totalOf(price, variables));
}

const free: Price = { constant: 0, terms: [] };

class Pricing {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  operation({ operation, selectionSet }: OperationDefinitionNode): Price {
    const root = this.schema.getRootType(operation) ?? undefined;
    return this.selectionSet(selectionSet, root, (field) =>
      this.call(field, root, operation === OperationTypeNode.MUTATION),
    );
  }

  /** A field of the root type. */
  private call(node: FieldNode, root: GraphQLNamedType | undefined, isMutation: boolean): Price {
    if (node.name.value.startsWith('__')) return this.field(node, root, false);
    if (!isMutation) return sum([constant(QUERY_CALL), this.field(node, root, false)]);
    const definition = fieldOf(root, node.name.value);
    const payload = definition === undefined ? undefined : getNamedType(definition.type);
    const entries = inputEntries(node.arguments ?? []);
    const perEntry: Price[] = [constant(INPUT_ENTRY)];
    const rest =
      node.selectionSet === undefined
        ? free
        : this.selectionSet(node.selectionSet, payload, (field) => {
            const answer = fieldOf(payload, field.name.value);
            if (answer === undefined || !isListType(getNullableType(answer.type)) || !field.selectionSet) {
              return this.field(field, payload, false);
            }
            perEntry.push(
              this.selectionSet(field.selectionSet, getNamedType(answer.type), (inner, type) =>
                this.field(inner, type, false),
              ),
            );
            return constant(1);
          });
    return sum([constant(1 + MUTATION_CALL), rest, times(entries, sum(perEntry))]);
  }

  private field(node: FieldNode, parent: GraphQLNamedType | undefined, paged: boolean): Price {
    const definition = fieldOf(parent, node.name.value);
    if (definition === undefined || node.selectionSet === undefined) return constant(1);
    const isPage = definition.args.some(({ name }) => name === 'first');
    const type = getNamedType(definition.type);
    const inner = this.selectionSet(node.selectionSet, type, (field, owner) =>
      this.field(field, owner, isPage),
    );
    if (isPage) return sum([constant(1), times(pageSize(node), inner)]);
    const isList = isListType(getNullableType(definition.type)) && !paged;
    return sum([constant(1), isList ? times(LIST_ENTRIES_CHARGED, inner) : inner]);
  }

  private selectionSet(
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
    priceOfField: (field: FieldNode, parent: GraphQLNamedType | undefined) => Price,
  ): Price {
    return sum(
      selections.map((selection) => {
        if (selection.kind === Kind.FIELD) return priceOfField(selection, parent);
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
        if (fragment === undefined) return free;
        const condition = fragment.typeCondition?.name.value;
        const type = condition === undefined ? parent : this.schema.getType(condition);
        return this.selectionSet(fragment.selectionSet, type, priceOfField);
      }),
    );
  }
}

/** How many entries a page is asked for, 1 to PAGE_FIRST_MAX: what is out of range is refused when it runs. */
function pageSize(node: FieldNode): (variables: Variables) => number {
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (given === undefined) return () => PAGE_FIRST_DEFAULT;
  return (variables) => {
    const first: unknown =
      given.kind === Kind.INT ? Number(given.value) : valueFromASTUntyped(given, variables);
    if (first === undefined) return PAGE_FIRST_DEFAULT;
    return typeof first === 'number' ? Math.min(Math.max(first, 1), PAGE_FIRST_MAX) : PAGE_FIRST_MAX;
  };
}

/** The length of the longest list that stands directly in an argument, 1 or more. */
function inputEntries(given: readonly ArgumentNode[]): (variables: Variables) => number {
  return (variables) => {
    let most = 1;
    for (const { value } of given) {
      const input: unknown =
        value.kind === Kind.VARIABLE ? variables[value.name.value] : valueFromASTUntyped(value, variables);
      if (typeof input !== 'object' || input === null) continue;
      for (const part of Object.values(input)) if (Array.isArray(part)) most = Math.max(most, part.length);
    }
    return Math.min(most, INPUT_ENTRIES_MAX);
  };
}

function constant(amount: number): Price {
  return { constant: amount, terms: [] };
}

function sum(parts: readonly Price[]): Price {
  return {
    constant: parts.reduce((total, part) => total + part.constant, 0),
    terms: parts.flatMap(({ terms }) => terms),
  };
}

function times(factor: number | ((variables: Variables) => number), price: Price): Price {
  if (typeof factor === 'number') {
    const { constant: amount, terms } = price;
    return { constant: factor * amount, terms: terms.map((term) => (variables) => factor * term(variables)) };
  }
  return { constant: 0, terms: [(variables) => factor(variables) * totalOf(price, variables)] };
}

function totalOf({ constant: amount, terms }: Price, variables: Variables): number {
  let total = amount;
  for (const term of terms) total += term(variables);
  return total;
}
