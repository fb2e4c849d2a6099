/**
 * The names in what a description or a view says, as an array: of merchants without their legal forms, of persons as they
 * are. `identifiers` is an expression of type jsonb.
 */
export function namesIn(identifiers: string): string {
  return `jsonb_path_query_array(${identifiers},
      '$[*] ? (@.type == "LEGAL_NAME" || @.type == "TRADE_NAME" || @.type == "DESCRIPTOR").parts.core')
    || jsonb_path_query_array(${identifiers}, '$[*] ? (@.type == "PERSON").value')`;
}
