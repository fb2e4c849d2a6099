import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** What an operation comes to with its fragments expanded. */
export interface SelectionSize {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
}

/** The sizes of a document. Of several operations the largest counts, each size by itself. */
export interface DocumentSize extends SelectionSize {
  readonly rootFields: number;
  readonly directives: number;
  /** Fields that ask for the schema, each counted where it is written. */
  readonly introspections: number;
  readonly definitions: number;
  /** A fragment that spreads itself, by way of others or not. */
  readonly cycle: string | undefined;
  /** A name that the query gives itself (alias, operation, fragment, variable) in the space reserved for GraphQL. */
  readonly reservedName: string | undefined;
}

const NOTHING: SelectionSize = { depth: 0, fields: 0, aliases: 0 };

/**
 * Measures a document without a schema, in time linear to its text: each fragment is measured once, however often it
 * is spread. Runs before validation, some rules of which take time quadratic to what is counted here.
 */
export function measureDocument(document: DocumentNode): DocumentSize {
  const measure = new Measure(document);
  let largest = NOTHING;
  let rootFields = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      continue;
    const size = measure.selectionSet(definition.selectionSet);
    largest = combined(largest, size, Math.max);
    // Fields behind a fragment count too, so that a fragment does not hide a long list of root fields.
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      rootFields = Math.max(rootFields, measure.width(definition.selectionSet));
    }
  }
  return {
    ...largest,
    rootFields,
    ...namedParts(document),
    definitions: document.definitions.length,
    cycle: measure.cycle,
  };
}

class Measure {
  cycle: string | undefined;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly sizes = new Map<string, SelectionSize | 'under way'>();
  private readonly widths = new Map<string, number>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  selectionSet({ selections }: SelectionSetNode): SelectionSize {
    let sum = NOTHING;
    for (const selection of selections) {
      const size = this.selection(selection);
      sum = {
        depth: Math.max(sum.depth, size.depth),
        fields: sum.fields + size.fields,
        aliases: sum.aliases + size.aliases,
      };
    }
    return sum;
  }

  /** Fields at the level of the selection itself, those of its fragments included. */
  width({ selections }: SelectionSetNode): number {
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) sum += 1;
      else if (selection.kind === Kind.INLINE_FRAGMENT) sum += this.width(selection.selectionSet);
      else sum += this.fragmentWidth(selection.name.value);
    }
    return sum;
  }

  private selection(selection: SelectionNode): SelectionSize {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.fragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.selectionSet(selection.selectionSet);
    const below = selection.selectionSet === undefined ? NOTHING : this.selectionSet(selection.selectionSet);
    return {
      depth: below.depth + 1,
      fields: below.fields + 1,
      aliases: below.aliases + (selection.alias === undefined ? 0 : 1),
    };
  }

  private fragment(name: string): SelectionSize {
    const known = this.sizes.get(name);
    if (known === 'under way') {
      this.cycle = name;
      return NOTHING;
    }
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (fragment === undefined) return NOTHING;
    this.sizes.set(name, 'under way');
    const size = this.selectionSet(fragment.selectionSet);
    this.sizes.set(name, size);
    return size;
  }

  private fragmentWidth(name: string): number {
    const known = this.widths.get(name);
    if (known !== undefined) return known;
    this.widths.set(name, 0);
    const fragment = this.fragments.get(name);
    const width = fragment === undefined ? 0 : this.width(fragment.selectionSet);
    this.widths.set(name, width);
    return width;
  }
}

function combined(
  a: SelectionSize,
  b: SelectionSize,
  pick: (left: number, right: number) => number,
): SelectionSize {
  return {
    depth: pick(a.depth, b.depth),
    fields: pick(a.fields, b.fields),
    aliases: pick(a.aliases, b.aliases),
  };
}

function namedParts(
  document: DocumentNode,
): Pick<DocumentSize, 'directives' | 'introspections' | 'reservedName'> {
  let directives = 0;
  let introspections = 0;
  let reservedName: string | undefined;
  const look = (name: string | undefined): void => {
    if (name?.startsWith('__') === true) reservedName ??= name;
  };
  visit(document, {
    Directive: () => {
      directives += 1;
    },
    Field: ({ alias, name }) => {
      if (name.value === '__schema' || name.value === '__type') introspections += 1;
      look(alias?.value);
    },
    OperationDefinition: ({ name }) => {
      look(name?.value);
    },
    FragmentDefinition: ({ name }) => {
      look(name.value);
    },
    VariableDefinition: ({ variable }) => {
      look(variable.name.value);
    },
  });
  return { directives, introspections, reservedName };
}
