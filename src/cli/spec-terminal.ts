import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { runCordon } from './cordon-program.js';
import type { ExitCode } from './exit-code.js';
import type { Terminal } from './terminal.js';

/** A command line that ran: what it left behind. */
export interface Ran {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for a spec, in which commands keep their profiles and state. */
export class SpecHome {
  private constructor(readonly folder: string) {}

  static async make(): Promise<SpecHome> {
    return new SpecHome(await mkdtemp(join(tmpdir(), 'cordon-cli-')));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Runs a command line with this home, `env` on top, and `stdin` as its input. */
  async run(args: readonly string[], options: SpecRunOptions = {}): Promise<Ran> {
    const terminal = specTerminal(
      { XDG_CONFIG_HOME: this.path('config'), XDG_STATE_HOME: this.path('state'), ...options.env },
      options,
    );
    const exitCode = await runCordon(args, terminal);
    return { exitCode, stdout: terminal.written.stdout, stderr: terminal.written.stderr };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

export interface SpecRunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Buffer;
  readonly answers?: readonly string[];
  readonly signal?: AbortSignal;
}

/** A terminal that keeps what is written, answers prompts from a list, and does not really wait. */
export function specTerminal(
  env: Readonly<Record<string, string | undefined>> = {},
  { stdin = '', answers = [], signal = new AbortController().signal }: SpecRunOptions = {},
): Terminal & { readonly written: { stdout: string; stderr: string } } {
  const written = { stdout: '', stderr: '' };
  const into = (name: keyof typeof written): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[name] += chunk.toString('utf8');
        done();
      },
    });
  const left = [...answers];
  const answer = (question: string): Promise<string> =>
    Promise.resolve(left.shift() ?? `no answer to ${question}`);
  let waited = 0;
  return {
    env,
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: into('stdout'),
    stderr: into('stderr'),
    interactive: false,
    signal,
    now: () => Date.now() + waited,
    sleep: async (ms) => {
      waited += ms;
      await new Promise((resolve) => setTimeout(resolve, 1));
    },
    askSecret: answer,
    ask: answer,
    written,
  };
}
