import { z } from 'zod';
import { CliError, notAuthorisedError } from '../cli-error.js';
import { EXIT_CODE } from '../exit-code.js';
import { UnreachableError } from './patience.js';
import { readJson, send, throwIfBusy } from './send.js';
import type { TokenSource } from './token-source.js';

const errorSchema = z.object({
  message: z.string(),
  extensions: z
    .object({
      code: z.string().optional(),
      requestId: z.string().optional(),
      fields: z
        .array(z.object({ field: z.union([z.string(), z.array(z.string())]), message: z.string() }))
        .optional(),
    })
    .optional(),
});
const answerSchema = z.object({ data: z.unknown().optional(), errors: z.array(errorSchema).optional() });

type Answer = z.infer<typeof answerSchema>;

/** An error in `errors` that is neither a matter of the credential nor of the service being away. */
export class OperationError extends Error {
  override readonly name = 'OperationError';

  constructor(
    readonly code: string,
    message: string,
    readonly requestId: string | undefined,
    /** For an input of the wrong shape: which fields, as `report.identifiers.0.value`. */
    readonly fields: readonly { readonly field: string; readonly message: string }[],
  ) {
    super(message);
  }
}

/** A GraphQL operation with the types of its variables and its data; `Operation` carries them for the compiler alone. */
export interface Operation<Variables, Data> {
  readonly text: string;
  readonly __types?: (variables: Variables) => Data;
}

/** One that changes something, by its one input. */
export type Mutation<Input, Answer> = Operation<{ input: Input }, { answer: Answer }>;

/** Names an operation's text together with its types. */
export function operation<Variables, Data>(text: string): Operation<Variables, Data> {
  return { text };
}

/**
 * The mutation `name`, which takes its one input and answers, as `answer`, with these fields and what it refused. The compiler is
 * told what the input and the answer are; contract.spec.ts holds it against the schema.
 */
export function mutation<Input, Answer>(name: string, fields: string): Mutation<Input, Answer> {
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return operation(`
    mutation ${title}($input: ${title}Input!) {
      answer: ${name}(input: $input) { ${fields} userErrors { code field message suggestion } }
    }
  `);
}

/** Sends operations to one service as one caller. Nothing is repeated here but a request with an outdated token. */
export class GraphqlClient {
  constructor(
    readonly url: string,
    private readonly tokens: TokenSource,
    private readonly now: () => number,
  ) {}

  async execute<Variables, Data>(op: Operation<Variables, Data>, variables: Variables): Promise<Data> {
    const body = JSON.stringify({ query: op.text, variables });
    const token = await this.tokens.accessToken();
    let answer = await this.post(body, token);
    if (isUnauthenticated(answer)) {
      this.tokens.forget(token);
      answer = await this.post(body, await this.tokens.accessToken());
    }
    throwErrorsOf(answer);
    // The service holds to its schema, and the operation's types are written from that schema.
    return answer.data as Data;
  }

  /** Sends a request with its token, and where that is bound to a key once more when the proof lacked a nonce. */
  private async send(body: string, token: string): Promise<Response> {
    const url = `${this.url}/graphql`;
    const key = this.tokens.proofKey;
    for (let attempt = 1; ; attempt += 1) {
      const proof = await key?.proof({ method: 'POST', url, accessToken: token, nowMs: this.now() });
      const response = await send(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json;q=0.9',
          authorization: `${proof === undefined ? 'Bearer' : 'DPoP'} ${token}`,
          ...(proof === undefined ? {} : { dpop: proof }),
        },
        body,
      });
      key?.useNonce(response.headers.get('dpop-nonce'));
      const lacksNonce = response.headers.get('www-authenticate')?.includes('use_dpop_nonce') ?? false;
      if (key === undefined || !lacksNonce || attempt === 2) return response;
      await response.body?.cancel();
    }
  }

  private async post(body: string, token: string): Promise<Answer> {
    const response = await this.send(body, token);
    throwIfBusy(response);
    const parsed = answerSchema.safeParse(await readJson(response));
    if (parsed.success && (parsed.data.errors !== undefined || parsed.data.data !== undefined))
      return parsed.data;
    if (response.status === 401)
      return { errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] };
    if (response.status >= 500) throw new UnreachableError(`HTTP ${response.status}`);
    throw new CliError(
      EXIT_CODE.unreachable,
      `${this.url} answers, but not as a Cordon service (HTTP ${response.status} at /graphql). Check the address.`,
    );
  }
}

function isUnauthenticated(answer: Answer): boolean {
  return answer.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED') ?? false;
}

function throwErrorsOf(answer: Answer): void {
  const error = answer.errors?.[0];
  if (error === undefined) return;
  const code = error.extensions?.code ?? 'UNKNOWN';
  switch (code) {
    case 'UNAUTHENTICATED':
      throw notAuthorisedError(
        'The service no longer accepts this credential: it may have been renewed, or its member or client suspended. Ask your member admin, then use cordon login again.',
      );
    case 'STEP_UP_REQUIRED':
      throw notAuthorisedError(
        'This grants power, which takes a sign-in of the last minutes. Use cordon login again, then repeat the command.',
      );
    case 'FORBIDDEN':
      throw notAuthorisedError(`${error.message} Ask your member admin for it.`);
    case 'UNAVAILABLE':
      throw new UnreachableError('unavailable for now');
    default: {
      throw new OperationError(code, error.message, error.extensions?.requestId, fieldsOf(error));
    }
  }
}

/** The fields that an error names, also where it is graphql-js that could not read a variable and says at which place. */
function fieldsOf(error: z.infer<typeof errorSchema>): OperationError['fields'] {
  const named = error.extensions?.fields?.map(({ field, message }) => ({
    field: Array.isArray(field) ? field.join('.') : field,
    message,
  }));
  if (named !== undefined) return named;
  const place = / at "([\w.[\]]+)"; (.*)$/s.exec(error.message);
  if (place === null) return [];
  return [{ field: (place[1] ?? '').replaceAll(/\[(\d+)\]/g, '.$1'), message: place[2] ?? '' }];
}
