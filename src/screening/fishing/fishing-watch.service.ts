import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { type MemberId, newId } from '../../common/id.js';
import { BackgroundLoop, Database, Outbox, type Tx } from '../../database/index.js';
import { quotaDayAt } from '../quota/quota-day.js';
import { type AskedMerchant, AskingMember } from './asking-member.js';
import { assessFishing } from './assess-fishing.js';
import { FISHING_ALARM_RAISED, type FishingAlarmRaised } from './fishing-alarm.js';
import { raiseFishingAlarm } from './fishing-alarm.statements.js';
import { addToFishingDay, deleteOldFishingDays, fishingPast } from './fishing-day.statements.js';
import type { FishingFeatures } from './fishing-features.js';

/** How often the counts are handed over and judged. */
const PAUSE_MS = 5_000;
/** Members that are watched at once, about 40 KiB each; the one that asked longest ago is forgotten first. */
const MEMBERS_MAX = 500;

interface Watched {
  readonly asking: AskingMember;
  dayName: string;
}

/** Counts of one member and day that are to be handed over. */
interface Unsent {
  readonly memberId: MemberId;
  readonly dayName: string;
  readonly features: FishingFeatures;
}

/**
 * Watches how members ask. Each instance counts what it answers itself, in memory; the counts go to the database every few
 * seconds, where they add up to the member's day, and the day is judged. Nobody waits for it, and nothing is blocked by
 * it: the quota bounds what can be harvested, and people decide what to do about an alarm.
 */
@Injectable()
export class FishingWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #members = new Map<MemberId, Watched>();
  readonly #loop = new BackgroundLoop('FishingWatch', () => this.round(), PAUSE_MS);
  #unsent: Unsent[] = [];
  #sweptDay = '';

  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#loop.stop();
    await this.handOver();
  }

  /** Takes what a member asked about, in its order, with whether anything was found. */
  observe(memberId: MemberId, merchants: readonly AskedMerchant[]): void {
    const dayName = quotaDayAt(this.clock.now()).name;
    const watched = this.#members.get(memberId) ?? { asking: new AskingMember(), dayName };
    if (watched.dayName !== dayName) {
      this.#unsent.push({ memberId, dayName: watched.dayName, features: watched.asking.take() });
      watched.dayName = dayName;
    }
    for (const merchant of merchants) watched.asking.observe(merchant);
    this.#members.set(memberId, watched);
    if (this.#members.size > MEMBERS_MAX) this.forgetOldest();
  }

  /** Hands over what was counted, and raises the alarms that follow. What cannot be handed over is kept for the next time. */
  async handOver(): Promise<void> {
    for (const [memberId, { asking, dayName }] of this.#members) {
      const features = asking.take();
      if (features.asked > 0) this.#unsent.push({ memberId, dayName, features });
    }
    const sending = this.#unsent;
    this.#unsent = [];
    try {
      for (let next = sending[0]; next !== undefined; next = sending[0]) {
        await this.judge(next);
        sending.shift();
      }
    } finally {
      this.#unsent.push(...sending);
    }
  }

  private async round(): Promise<boolean> {
    await this.handOver();
    const { name } = quotaDayAt(this.clock.now());
    if (name !== this.#sweptDay) {
      await this.database.asSystem('resolver', (tx) => deleteOldFishingDays(tx, name));
      this.#sweptDay = name;
    }
    return false;
  }

  private async judge({ memberId, dayName, features }: Unsent): Promise<void> {
    await this.database.asSystem('resolver', async (tx) => {
      const day = await addToFishingDay(tx, memberId, dayName, features);
      const findings = assessFishing(day, await fishingPast(tx, memberId, dayName));
      for (const { sign, count, share } of findings) {
        const alarm = {
          id: newId('fishingAlarm'),
          memberId,
          sign,
          day: dayName,
          share,
          raisedAt: this.clock.now(),
        };
        const isNew = await raiseFishingAlarm(tx, { ...alarm, merchants: count });
        if (isNew) await this.tell(tx, { alarmId: alarm.id, memberId, sign });
      }
    });
  }

  private async tell(tx: Tx, raised: FishingAlarmRaised): Promise<void> {
    const { alarmId, sign } = raised;
    await this.audit.append(tx, null, {
      action: 'fishing.raise',
      objectKind: 'fishingAlarm',
      objectIds: [alarmId],
      detail: { sign },
    });
    await this.outbox.put(tx, FISHING_ALARM_RAISED, raised);
  }

  private forgetOldest(): void {
    const [oldest] = this.#members;
    if (oldest === undefined) return;
    const [memberId, { asking, dayName }] = oldest;
    this.#unsent.push({ memberId, dayName, features: asking.take() });
    this.#members.delete(memberId);
  }
}
