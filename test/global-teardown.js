/** Stops the server that global-setup.js started: both run in the same process. */
export default async function globalTeardown() {
  await globalThis.cordonTestServer?.stop();
}
