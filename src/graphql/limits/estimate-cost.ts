import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValidationContext,
} from 'graphql';
import { PAGE_FIRST_DEFAULT, PAGE_FIRST_MAX } from '../../common/page.js';
import { InvalidInputError } from '../graphql-error.js';
import { tooComplex } from './check-document.js';
import { DOCUMENT_LIMITS } from './limits.js';

/** How many entries a list counts for that is not a page: identifiers of a report, members of a group, and the like. */
const LIST_ENTRIES_ASSUMED = 10;
/** The same within introspection, whose lists nest four deep in the query that every explorer sends. */
const INTROSPECTION_ENTRIES_ASSUMED = 5;

/**
 * Validation rule: refuses an operation whose response could hold more than `costMax` values.
 *
 * A field costs 1, times the entries of every list around it. A page counts for its `first`: as written, the default
 * where it is left out, the highest allowed where it comes by a variable, for mercurius keeps the verdict by the text
 * of the query alone. (The value of the variable is checked when the resolver reads its page arguments.)
 */
export function costRule(costMax: number = DOCUMENT_LIMITS.costMax) {
  return (context: ValidationContext): ASTVisitor => {
    const estimate = new Estimate(context);
    return {
      OperationDefinition(operation) {
        const root = context.getSchema().getRootType(operation.operation);
        const cost = estimate.selectionSet(operation.selectionSet, root ?? undefined, false);
        if (cost <= costMax) return;
        const error = tooComplex('possible values in its response', Math.round(cost), costMax);
        context.reportError(new GraphQLError(error.message, { nodes: operation, originalError: error }));
      },
    };
  };
}

class Estimate {
  private readonly fragments = new Map<string, number | 'under way'>();

  constructor(private readonly context: ValidationContext) {}

  /** `paged`: the lists directly below belong to a page, whose `first` has been counted already. */
  selectionSet(
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
    paged: boolean,
  ): number {
    return selections.reduce((sum, selection) => sum + this.selection(selection, parent, paged), 0);
  }

  private selection(selection: SelectionNode, parent: GraphQLNamedType | undefined, paged: boolean): number {
    if (selection.kind === Kind.FIELD) return this.field(selection, parent, paged);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.fragment(selection.name.value, paged);
    const condition = selection.typeCondition?.name.value;
    const type = condition === undefined ? parent : this.context.getSchema().getType(condition);
    return this.selectionSet(selection.selectionSet, type, paged);
  }

  private field(node: FieldNode, parent: GraphQLNamedType | undefined, paged: boolean): number {
    const definition = fieldOf(parent, node.name.value);
    if (definition === undefined || node.selectionSet === undefined) return 1;
    const first = this.pageSize(node, definition);
    const isList = isListType(getNullableType(definition.type));
    const assumed =
      parent !== undefined && isIntrospectionType(parent)
        ? INTROSPECTION_ENTRIES_ASSUMED
        : LIST_ENTRIES_ASSUMED;
    const entries = first ?? (isList && !paged ? assumed : 1);
    const type = getNamedType(definition.type);
    return 1 + entries * this.selectionSet(node.selectionSet, type, first !== undefined);
  }

  private fragment(name: string, paged: boolean): number {
    const key = `${name} ${paged ? 'paged' : ''}`;
    const known = this.fragments.get(key);
    // A cycle is refused elsewhere; here it only must not run for ever.
    if (known !== undefined) return known === 'under way' ? 0 : known;
    const fragment: FragmentDefinitionNode | null | undefined = this.context.getFragment(name);
    if (!fragment) return 0;
    this.fragments.set(key, 'under way');
    const type = this.context.getSchema().getType(fragment.typeCondition.name.value);
    const cost = this.selectionSet(fragment.selectionSet, type, paged);
    this.fragments.set(key, cost);
    return cost;
  }

  /** The size of the page that a field asks for, or undefined where the field is not paged. */
  private pageSize(node: FieldNode, definition: GraphQLField<unknown, unknown>): number | undefined {
    if (!definition.args.some(({ name }) => name === 'first')) return undefined;
    const argument = node.arguments?.find(({ name }) => name.value === 'first');
    if (argument === undefined) return PAGE_FIRST_DEFAULT;
    if (argument.value.kind !== Kind.INT) return PAGE_FIRST_MAX;
    const first = Number(argument.value.value);
    if (first >= 1 && first <= PAGE_FIRST_MAX) return first;
    const fault = new InvalidInputError([{ field: 'first', message: `Must be 1 to ${PAGE_FIRST_MAX}.` }]);
    this.context.reportError(new GraphQLError(fault.message, { nodes: argument, originalError: fault }));
    return PAGE_FIRST_MAX;
  }
}

/** The definition of a field, those of introspection included. */
export function fieldOf(
  parent: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}
