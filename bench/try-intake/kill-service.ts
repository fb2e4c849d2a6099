import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { homeOf } from './import-members.js';
import type { TryService } from './service.js';

/** One kill: at how many reports taken so far, and how long until the service answered again. */
export interface Kill {
  readonly taken: number;
  readonly secondsAway: number;
}

/**
 * Kills the service `kills` times while members import, each time when a further share of the `rows` is taken, until
 * `stopped` says that the import is over.
 */
export async function killService(
  service: TryService,
  work: string,
  members: readonly string[],
  rows: number,
  kills: number,
  stopped: () => boolean,
): Promise<readonly Kill[]> {
  const done: Kill[] = [];
  const finished = new Map<string, number>();
  while (done.length < kills && !stopped()) {
    const taken = await takenSoFar(work, members, finished);
    if (taken >= (rows * (done.length + 1)) / (kills + 1))
      done.push({ taken, secondsAway: await service.killAndRestart() });
    await sleep(20);
  }
  return done;
}

/**
 * The reports that were taken, by the journals that the command keeps while it imports. A finished import has removed
 * its journal: what stood there last still counts.
 */
async function takenSoFar(
  work: string,
  members: readonly string[],
  last: Map<string, number>,
): Promise<number> {
  for (const member of members) {
    const folder = join(homeOf(work, member)['XDG_STATE_HOME'] ?? '', 'cordon', 'imports');
    for (const name of await readdir(folder).catch(() => [])) {
      const journal = await readFile(join(folder, name), 'utf8').catch(() => '');
      last.set(member, Math.max(last.get(member) ?? 0, journal.split('\n').length - 1));
    }
  }
  return [...last.values()].reduce((sum, count) => sum + count, 0);
}
