/* global AbortSignal, fetch */

/** Asks the service of this container whether it can do its work, and exits with 0 when it can. */
const url = `http://127.0.0.1:${process.env.CORDON_PORT || '3000'}/health/ready`;

try {
  const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  if (!ok) console.error(`${url} answered ${status}`);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(`${url} did not answer: ${error.cause?.code ?? error.name}`);
  process.exitCode = 1;
}
