import { startEmbeddedServer } from '../../src/database/embedded/index.js';

/** A process that starts the embedded server of a folder, says where it is, and holds it until it is killed. */
const [dataFolder] = process.argv.slice(2);
if (dataFolder === undefined) throw new Error('usage: hold-server.ts FOLDER');
const { url, owned } = await startEmbeddedServer({ dataFolder, durable: true });
console.log(JSON.stringify({ url, owned }));
process.stdin.resume();
