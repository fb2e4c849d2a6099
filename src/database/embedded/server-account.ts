import { readFile, stat } from 'node:fs/promises';

/** The operating system's user that the embedded server runs as. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Started by root we run it as whoever owns the cluster, and a new one as `postgres`,
 * or `nobody` where there is none; started by anyone else it runs as that user (undefined).
 *
 * @param cluster the cluster's folder, where it is known already.
 */
export async function serverAccount(cluster: string | undefined): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = cluster === undefined ? undefined : await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const entries = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const entry = entries.find(([user]) => user === name);
    if (entry) return { uid: Number(entry[2]) >>> 0, gid: Number(entry[3]) >>> 0 };
  }
  return { uid: 65_534, gid: 65_534 };
}
