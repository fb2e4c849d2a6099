interface AnswerBody {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly error?: string | { readonly code?: string };
}

/**
 * The first code that an answer gives: of a GraphQL error, of a refusal in a payload, of OAuth or of a plain route; OK
 * where there is data and no error, '-' where the HTTP server itself answered.
 */
export function codeOf(text: string): string {
  const answer = parsed(text);
  if (answer === undefined) return '-';
  const { errors, error, data } = answer;
  if (errors !== undefined) return errors[0]?.extensions?.code ?? 'an error without a code';
  if (typeof error === 'object') return error.code ?? '-';
  if (typeof error === 'string') return /^[a-z_]+$/.test(error) ? error : '-';
  if (typeof data !== 'object' || data === null) return 'data' in answer ? 'data of no kind' : 'OK';
  for (const payload of Object.values(data)) {
    const code = (payload as { userErrors?: { code: string }[] } | null)?.userErrors?.[0]?.code;
    if (code !== undefined) return code;
    const row = (payload as { screenings?: { refusals?: { code: string }[] }[] } | null)?.screenings?.[0];
    if (row?.refusals?.[0] !== undefined) return row.refusals[0].code;
  }
  return 'OK';
}

function parsed(text: string): AnswerBody | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
