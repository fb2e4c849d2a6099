import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SubmitReportInput, UserError } from './api-types.js';

export const SPEC_CLIENT = { clientId: 'cli_spec', clientSecret: 'spec-secret' } as const;

/** What the stand-in does instead of answering, asked before each request to /graphql. */
export type Disturbance = 'none' | 'busy' | 'drop' | 'internal' | 'rate limit' | 'quota' | 'cursor expired';

/**
 * A stand-in for the service, for specs of the command line alone: it takes tokens and reports over HTTP and answers in
 * the service's shapes. The real one is tried in test/cli.spec.ts.
 */
export class SpecService {
  /** Reports taken, by client reference. */
  readonly reports = new Map<string, SubmitReportInput>();
  readonly tokenRequests: URLSearchParams[] = [];
  readonly operations: { readonly query: string; readonly variables: Record<string, unknown> }[] = [];
  /** Pages of the feed that are given in turn: a page after the cursor `n` is the one with the index n. */
  feed: unknown[][] = [];
  /** What is answered to other operations than reports, screenings and the feed, by their names. */
  readonly answers = new Map<string, (variables: Record<string, unknown>) => unknown>();
  disturb: (request: number) => Disturbance = () => 'none';
  refuse: (input: SubmitReportInput) => UserError | undefined = () => undefined;
  private requests = 0;
  private tokens = 0;
  private tokensRevoked = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SpecService> {
    const server = createServer();
    const service = new SpecService(server);
    server.on('request', (request, response) => {
      void service.answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The environment of a command that calls as the client. */
  get env(): Record<string, string> {
    return {
      CORDON_URL: this.url,
      CORDON_CLIENT_ID: SPEC_CLIENT.clientId,
      CORDON_CLIENT_SECRET: SPEC_CLIENT.clientSecret,
    };
  }

  /** From now on the tokens given so far are refused. */
  revokeTokens(): void {
    this.tokensRevoked = this.tokens;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    if (request.url === '/oauth/token') {
      this.grant(request, new URLSearchParams(body), response);
    } else if (request.url === '/oauth/revoke') {
      json(response, 200, {});
    } else {
      this.graphql(request, body, response);
    }
  }

  private grant(request: IncomingMessage, form: URLSearchParams, response: ServerResponse): void {
    this.tokenRequests.push(form);
    const { clientId, clientSecret } = SPEC_CLIENT;
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const isPerson =
      form.get('password') === 'spec-password' || (form.get('refresh_token') ?? '').startsWith('refresh-');
    if (request.headers.authorization !== basic && !isPerson && !form.has('client_assertion')) {
      json(response, 401, { error: 'invalid_client', error_description: 'unknown client' });
      return;
    }
    this.tokens++;
    const refresh = isPerson ? { refresh_token: `refresh-${this.tokens}` } : {};
    json(response, 200, {
      access_token: `token-${this.tokens}`,
      token_type: 'Bearer',
      expires_in: 300,
      ...refresh,
    });
  }

  private graphql(request: IncomingMessage, body: string, response: ServerResponse): void {
    const token = Number(/^Bearer token-(\d+)$/.exec(request.headers.authorization ?? '')?.[1] ?? 0);
    const disturbance = this.disturb(++this.requests);
    if (disturbance === 'drop') response.destroy();
    else if (disturbance === 'busy')
      json(response, 503, { errors: [error('UNAVAILABLE')] }, { 'retry-after': '1' });
    else if (disturbance === 'rate limit')
      json(response, 429, { errors: [error('RATE_LIMITED')] }, { 'retry-after': '40' });
    else if (disturbance === 'quota')
      json(response, 429, { errors: [error('QUOTA_EXCEEDED')] }, { 'retry-after': '40800' });
    else if (token <= this.tokensRevoked) json(response, 401, { errors: [error('UNAUTHENTICATED')] });
    else if (disturbance === 'cursor expired')
      json(response, 200, { data: null, errors: [error('CURSOR_EXPIRED')] });
    else if (disturbance === 'internal') json(response, 500, { data: null, errors: [error('INTERNAL')] });
    else {
      const operation = JSON.parse(body) as (typeof this.operations)[number];
      this.operations.push(operation);
      json(response, 200, { data: this.data(operation) });
    }
  }

  private data({ query, variables }: (typeof this.operations)[number]): unknown {
    if (query.includes('mutation SubmitReport'))
      return { submitReport: this.submit(variables['input'] as SubmitReportInput) };
    if (query.includes('indicatorChanges'))
      return { indicatorChanges: this.changes(variables['after'] as string | null) };
    if (query.includes('screenMerchants')) {
      const { merchants } = variables['input'] as { merchants: { ref: string; legalName?: string }[] };
      return { screenMerchants: { screenings: merchants.map(screening), userErrors: [] } };
    }
    const answer = this.answers.get(/^\s*(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '');
    if (answer !== undefined) return answer(variables);
    throw new Error(`The stand-in does not know: ${query}`);
  }

  private submit(input: SubmitReportInput): unknown {
    const refusal = this.refuse(input);
    if (refusal !== undefined) return { report: null, userErrors: [refusal] };
    this.reports.set(input.clientReference, input);
    const { clientReference } = input;
    return {
      report: { id: `rpt_${clientReference}`, clientReference, status: 'SUBMITTED', version: 1, notices: [] },
      userErrors: [],
    };
  }

  private changes(after: string | null): unknown {
    const at = after === null ? 0 : Number(after);
    const nodes = this.feed[at] ?? [];
    const next = Math.min(at + 1, this.feed.length);
    return { nodes, pageInfo: { hasNextPage: next < this.feed.length, endCursor: String(next) } };
  }
}

/** A merchant is known to the stand-in when its name says so. */
function screening({ ref, legalName }: { ref: string; legalName?: string }): unknown {
  const known = legalName?.includes('Known') ?? false;
  const match = {
    merchantId: 'mer_1',
    tier: 'STRONG',
    reasons: ['CSAM_SALE'],
    confidence: 'HIGH',
    sources: 'THREE_TO_NINE',
    disputed: false,
    ruleOut: ['ask for the company number'],
    evidence: [
      {
        field: 'legalName',
        type: 'LEGAL_NAME',
        evidence: 'NORMALISED',
        yours: legalName,
        indicatorId: null,
        explanation: 'equal after normalising',
      },
    ],
  };
  return {
    id: `scr_${ref}`,
    ref,
    purpose: 'ONBOARDING',
    outcome: known ? 'MATCHES' : 'CLEAR',
    tier: known ? 'STRONG' : 'NONE',
    screenedAt: '2026-01-01T00:00:00Z',
    notice: 'A match is a lead, not a verdict.',
    matches: known ? [match] : [],
    markers: [],
    refusals: [],
  };
}

function error(code: string): unknown {
  return { message: `The stand-in says ${code}.`, extensions: { code, requestId: 'req-1' } };
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
