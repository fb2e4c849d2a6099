import { type AuditResult, auditServer } from 'graphql-http';
import { createTestApp, type TestApp } from './support/app.js';
import { EVERY_PART } from './support/every-part.js';

describe('the graphql-http audits of a server', () => {
  let app: TestApp;
  let results: AuditResult[];

  beforeAll(async () => {
    app = await createTestApp({ modules: EVERY_PART });
    results = await auditServer({ url: `${app.url}/graphql` });
    const counts = Object.entries(Object.groupBy(results, ({ status }) => status));
    console.log(
      'graphql-http audits',
      Object.fromEntries(counts.map(([status, all]) => [status, all.length])),
    );
  });

  afterAll(() => app.close());

  const named = (status: AuditResult['status']): string[] =>
    results.filter((result) => result.status === status).map(({ id, name }) => `${id} ${name}`);

  it('finds no errors', () => {
    expect(named('error')).toEqual([]);
  });

  it('finds no warnings', () => {
    expect(named('warn')).toEqual([]);
  });

  it('notices only that GET is not taken, by design', () => {
    expect(named('notice').filter((name) => !name.includes('GET'))).toEqual([]);
    expect(results.length).toBeGreaterThan(60);
  });
});
