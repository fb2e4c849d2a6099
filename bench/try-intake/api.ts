import { generateSync } from 'otplib';

/** A caller of the service's API with a token of its own, for what the command line has no command for. */
export class Api {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Signs a person in. One sign-in per person and 30 seconds: a one-time code is good once. */
  static signIn(
    url: string,
    person: { readonly email: string; readonly password: string; readonly totpSecret: string },
  ): Promise<Api> {
    const { email, password, totpSecret } = person;
    const totp = generateSync({ secret: totpSecret });
    return Api.grant(url, { grant_type: 'password', username: email, password, totp });
  }

  static signInClient(
    url: string,
    client: { readonly clientId: string; readonly clientSecret: string },
  ): Promise<Api> {
    const { clientId, clientSecret } = client;
    return Api.grant(url, {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
  }

  /** Runs an operation that must succeed, and gives its data. */
  async run<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const { data, errors } = JSON.parse(text) as { data?: Data; errors?: unknown };
    if (errors !== undefined || data === undefined) throw new Error(`The operation failed: ${text}`);
    return data;
  }

  /** Runs a mutation that must not be refused, and gives its payload. */
  async mutate<Payload = unknown>(
    name: string,
    input: Readonly<Record<string, unknown>>,
    selection = '',
  ): Promise<Payload> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code message } } }`;
    const data = await this.run<Record<string, Payload & { readonly userErrors: readonly unknown[] }>>(
      query,
      { input },
    );
    const payload = data[name];
    if (payload === undefined || payload.userErrors.length > 0)
      throw new Error(`${name} was refused: ${JSON.stringify(payload)}`);
    return payload;
  }

  private static async grant(url: string, form: Record<string, string>): Promise<Api> {
    const response = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
    const text = await response.text();
    if (!response.ok) throw new Error(`The sign-in failed: ${text}`);
    const { access_token: token } = JSON.parse(text) as { access_token: string };
    return new Api(url, token);
  }
}
