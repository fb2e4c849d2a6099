import { chmod, mkdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseJson } from '../../common/parse-json.js';
import { fileError, usageError } from '../cli-error.js';
import { errorCode } from '../error-code.js';
import { say, type Terminal } from '../terminal.js';
import { writeAtomically } from '../write-atomically.js';
import { withFileLock } from './file-lock.js';
import { type Profile, profilesFile, type ProfilesFile } from './profile.js';

const LOCK_WAIT_MS = 15_000;
/** Read and write for the owner alone: the file holds secrets. */
const FILE_MODE = 0o600;

/** The profiles of this account, in `$XDG_CONFIG_HOME/cordon/profiles.json` (else `~/.config`), mode 0600. */
export class ProfileStore {
  readonly path: string;
  private readonly folder: string;

  constructor(private readonly terminal: Terminal) {
    this.folder = join(terminal.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'cordon');
    this.path = join(this.folder, 'profiles.json');
  }

  async find(name: string): Promise<Profile | undefined> {
    return (await this.read()).profiles[name];
  }

  /** Stores what `change` makes of a profile, or removes it on undefined. One process at a time. */
  async update(
    name: string,
    change: (profile: Profile | undefined) => Promise<Profile | undefined>,
  ): Promise<Profile | undefined> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw fileError(this.folder, error);
    });
    return withFileLock(this.terminal, `${this.path}.lock`, LOCK_WAIT_MS, async () => {
      const file = await this.read();
      const changed = await change(file.profiles[name]);
      const others = Object.entries(file.profiles).filter(([other]) => other !== name);
      const profiles = Object.fromEntries(changed === undefined ? others : [...others, [name, changed]]);
      await writeAtomically(this.path, `${JSON.stringify({ version: 1, profiles }, null, 2)}\n`, FILE_MODE);
      return changed;
    });
  }

  private async read(): Promise<ProfilesFile> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
      await this.closeToOthers();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return { version: 1, profiles: {} };
      throw fileError(this.path, error);
    }
    const parsed = profilesFile.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    throw usageError(`${this.path} is damaged. Move it away and use cordon login again.`);
  }

  private async closeToOthers(): Promise<void> {
    const mode = (await stat(this.path)).mode & 0o777;
    if ((mode & 0o077) === 0) return;
    await chmod(this.path, FILE_MODE);
    say(this.terminal, `${this.path} could be read by others (mode ${mode.toString(8)}): it is 0600 now.`);
  }
}
