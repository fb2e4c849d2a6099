/** A day of the quota: it begins and ends at midnight UTC. */
export interface QuotaDay {
  /** YYYY-MM-DD. */
  readonly name: string;
  readonly endsAt: Date;
}

const DAY_MS = 86_400_000;

/** The day that a moment is in. */
export function quotaDayAt(now: Date): QuotaDay {
  const startMs = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return { name: new Date(startMs).toISOString().slice(0, 10), endsAt: new Date(startMs + DAY_MS) };
}
