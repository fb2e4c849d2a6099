import { spawnSync } from 'node:child_process';

import { DEMO_CREDENTIALS } from '../demo/demo-credentials.js';
import { greeting } from './greeting.js';

const AT = { publicUrl: 'http://127.0.0.1:3000' };

describe('greeting', () => {
  it('says where the service is', () => {
    expect(greeting(AT, undefined)).toBe(
      [
        'Cordon is ready at http://127.0.0.1:3000 (Ctrl-C stops it).',
        '',
        '  sign in   http://127.0.0.1:3000/sign-in',
        '  explorer  http://127.0.0.1:3000/graphiql',
        '  GraphQL   http://127.0.0.1:3000/graphql',
        '  health    http://127.0.0.1:3000/health/ready',
        '  keys      http://127.0.0.1:3000/.well-known/jwks.json',
        '',
      ].join('\n'),
    );
  });

  it('fits a terminal of 80 columns and 30 lines with a demo coalition', () => {
    const rows = greeting(AT, DEMO_CREDENTIALS)
      .split('\n')
      .map((line) => Math.max(1, Math.ceil(line.length / 80)));
    expect(rows.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(30);
  });

  it('ends in a command that a POSIX shell takes as it is', () => {
    const text = greeting(AT, DEMO_CREDENTIALS);
    const command = text.slice(text.indexOf('curl -s'));
    // In the place of curl, a function that answers as the token endpoint and shows what the second call would send.
    const standIn = `curl() { case "$*" in *oauth*) echo '{"access_token":"a.b.c","token_type":"Bearer"}';; *) printf '%s\\n' "$@";; esac; }`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', `${standIn}\n${command}`], {
      encoding: 'utf8',
    });
    const sent = stdout.split('\n');

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(sent.slice(0, 6)).toEqual([
      '-s',
      'http://127.0.0.1:3000/graphql',
      '-H',
      'content-type: application/json',
      '-H',
      'authorization: Bearer a.b.c',
    ]);
    expect(Object.keys(JSON.parse(sent[7] ?? '') as object)).toEqual(['query']);
  });
});
