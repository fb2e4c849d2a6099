import { runProcess } from './server/run-process.js';
import { startWorker } from './server/start-worker.js';

await runProcess(startWorker);
