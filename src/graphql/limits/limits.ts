/**
 * What one GraphQL document may cost, in sizes far above those of any client we know: the introspection query of
 * GraphiQL, which is the largest in ordinary use, has 40 fields in 250 tokens, 12 levels deep.
 */
export const DOCUMENT_LIMITS = {
  /** UTF-16 code units of the text. */
  lengthMax: 32_768,
  /** Lexical tokens, counted while parsing. */
  tokensMax: 2_000,
  /** Levels of fields, fragments expanded. */
  depthMax: 16,
  /**
   * Fields of an operation, fragments expanded. Whether equally named fields may be merged is checked in pairs: 300 of
   * them take about 30 ms, 500 take 90.
   */
  fieldsMax: 300,
  /** Fields under another name than their own, fragments expanded. */
  aliasesMax: 50,
  /** Fields of the operation's own selection: each is a call of a service. */
  rootFieldsMax: 10,
  /**
   * Fields `__schema` and `__type` in the whole document. One answers with some 400 KB to whoever asks, signed in or not;
   * an explorer asks one.
   */
  introspectionsMax: 2,
  /** Directives in the whole document. */
  directivesMax: 25,
  /** Operations and fragments of the document. */
  definitionsMax: 40,
  /** Estimated values of the response, see estimate-cost.ts. */
  costMax: 50_000,
} as const;

export type DocumentLimits = { readonly [Name in keyof typeof DOCUMENT_LIMITS]: number };
