/** What one field of two sides shows, before the model weighs it. A field that one side lacks makes no finding. */
export interface Finding {
  readonly field: ScoredField;
  /** One of the field's levels (compare/levels.ts, name/). */
  readonly level: string;
  /**
   * How much of it there is, in bits and not below 0: of a name how rare the words are that agree or differ, of another
   * value the log2 of the number of merchants beyond two that hold it. 0 where the level alone says it.
   */
  readonly amount: number;
}

/** A bar of the explanation stands for one of these. An identifier's field is its fact (link-keys.ts): IBAN, TAX_ID ... */
export type ScoredField = string;
