import './support/typescript-hooks.js';

/** Starts the one PostgreSQL server of a test run and migrates the template. See support/test-server.ts. */
export default async function globalSetup() {
  const { startTestServer } = await import('./support/test-server.ts');
  globalThis.cordonTestServer = await startTestServer();
}
