import { runProcess } from './server/run-process.js';
import { startWeb } from './server/start-web.js';

await runProcess(startWeb);
