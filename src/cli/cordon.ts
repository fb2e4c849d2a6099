#!/usr/bin/env node
import { runCordon } from './cordon-program.js';
import { processTerminal } from './terminal.js';

// Setting the code instead of exiting lets what was written reach a slow pipe.
process.exitCode = await runCordon(process.argv.slice(2), processTerminal());
