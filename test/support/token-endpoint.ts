import request, { type Response } from 'supertest';

/** The answer of the token endpoint: a token, or an error of RFC 6749. */
export interface TokenAnswer {
  readonly status: number;
  readonly error?: string;
  readonly error_description?: string;
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly expires_in?: number;
  readonly scope?: string;
}

/** Posts a form to the token endpoint, or another of its kin. */
export async function postForm(
  url: string,
  form: Readonly<Record<string, string>>,
  { path = '/oauth/token', authorization }: { path?: string; authorization?: string } = {},
): Promise<Response> {
  const post = request(url).post(path).type('form');
  if (authorization !== undefined) void post.set('authorization', authorization);
  return post.send(form);
}

/** The same, read. */
export async function tokenAnswer(...args: Parameters<typeof postForm>): Promise<TokenAnswer> {
  const response = await postForm(...args);
  return { ...(response.body as Omit<TokenAnswer, 'status'>), status: response.status };
}

/** The header of HTTP Basic. */
export function basic(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}
