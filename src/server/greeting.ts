import type { Config } from '../config/index.js';
import { type DemoCredentials, SCREENED } from '../demo/index.js';

/**
 * What is printed once the service is ready: where it is and, with a demo coalition, how to get in and one command to try.
 * It fits a terminal of 80 columns and 30 lines.
 */
export function greeting(
  { publicUrl }: Pick<Config, 'publicUrl'>,
  demo: DemoCredentials | undefined,
): string {
  const links = [
    `Cordon is ready at ${publicUrl} (Ctrl-C stops it).`,
    '',
    `  sign in   ${publicUrl}/sign-in`,
    `  explorer  ${publicUrl}/graphiql`,
    `  GraphQL   ${publicUrl}/graphql`,
    `  health    ${publicUrl}/health/ready`,
    `  keys      ${publicUrl}/.well-known/jwks.json`,
  ];
  return [...links, ...(demo === undefined ? [] : demoLines(publicUrl, demo)), ''].join('\n');
}

function demoLines(publicUrl: string, demo: DemoCredentials): readonly string[] {
  const { clientId, clientSecret, password, totpSecret, people } = demo;
  return [
    '',
    'The demo coalition is in it: invented data, credentials that anybody can read.',
    '',
    `  machine client      ${clientId}`,
    `  its secret          ${clientSecret}`,
    `  compliance analyst  ${people.compliance.email}`,
    `  coalition analyst   ${people.analyst.email}`,
    `  coalition admin     ${people.secondAdmin.email}`,
    `  their password      ${password}`,
    `  their TOTP secret   ${totpSecret}`,
    '',
    'README.md has the others, and a task for each. To begin, screen a merchant:',
    '',
    ...screeningCommand(publicUrl, clientId, clientSecret),
  ];
}

/**
 * One command for any POSIX shell, which stays good: it gets a token of its own. A pasted line may be as long as it likes;
 * it is broken where a shell lets it be.
 */
function screeningCommand(publicUrl: string, clientId: string, clientSecret: string): readonly string[] {
  const { legalName, host } = SCREENED.strong;
  const merchant = `{ ref: "1", legalName: "${legalName}", identifiers: [{ type: DOMAIN, value: "${host}" }] }`;
  const answer = 'screenings { outcome matches { tier reasons evidence { explanation } } }';
  const query = `mutation { screenMerchants(input: { purpose: ONBOARDING, merchants: [${merchant}] }) { ${answer} } }`;
  return [
    `curl -s ${publicUrl}/graphql -H 'content-type: application/json' \\`,
    `  -H "authorization: Bearer $(curl -s ${publicUrl}/oauth/token \\`,
    `    -u ${clientId}:${clientSecret} \\`,
    `    -d grant_type=client_credentials | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')" \\`,
    `  -d '${JSON.stringify({ query })}'`,
  ];
}
