import { startTestServer } from '../test/support/test-server.js';
import { simulate, type SimulationOptions } from './simulate.js';

/** One process of several: simulates what it is sent, one coalition after another, on a database server of its own. */
const server = await startTestServer();
process.on('message', (options: SimulationOptions) => {
  void simulate(options).then((run) => process.send?.(run));
});
process.once('disconnect', () => {
  void server.stop().finally(() => process.exit());
});
process.send?.('ready');
