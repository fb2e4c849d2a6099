#!/usr/bin/env node
import 'reflect-metadata';
import { runAdmin } from './admin/admin-program.js';
import { processTerminal } from './terminal.js';

process.exitCode = await runAdmin(process.argv.slice(2), processTerminal());
