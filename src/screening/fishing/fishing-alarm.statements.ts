import type { FishingAlarmId, MemberId } from '../../common/id.js';
import { accessRule, type NamedStatement, type Tx } from '../../database/index.js';
import type { FishingAlarm } from './fishing-alarm.js';

/** One alarm of a kind in so many days: who looks at it has the rest before their eyes. */
const QUIET_DAYS = 7;

const FIELDS = `a.id, a.member_id as "memberId", a.sign, to_char(a.day, 'YYYY-MM-DD') as day, a.merchants, a.share,
  a.raised_at as "raisedAt"`;

/** On fishing_alarm_once, which decides where two instances raise it at once. */
const RAISE: NamedStatement = {
  name: 'screening.raiseFishingAlarm',
  text: `insert into fishing_alarm (id, member_id, sign, day, merchants, share, raised_at)
    select $1, $2, $3, $4::date, $5, $6, $7
    where not exists (
      select from fishing_alarm a
      where a.member_id = $2 and a.sign = $3 and a.day > $4::date - ${QUIET_DAYS} and a.day <= $4::date
    )
    on conflict (member_id, sign, day) do nothing returning 1`,
};

/** Newest first, on fishing_alarm_raised. */
const SELECT_PAGE: NamedStatement = {
  name: 'screening.selectFishingAlarms',
  text: `select ${FIELDS} from fishing_alarm a
    where ${accessRule('fishing-alarm.page', 'a.member_id = $1 or $2')}
      and ($3::timestamptz is null or a.raised_at < $3 or (a.raised_at = $3 and a.id > $4::uuid))
    order by a.raised_at desc, a.id limit $5`,
};

/** Stores an alarm; false where there is one of its kind already. */
export async function raiseFishingAlarm(tx: Tx, alarm: FishingAlarm): Promise<boolean> {
  const { id, memberId, sign, day, merchants, share, raisedAt } = alarm;
  const rows = await tx.statement(RAISE, [id, memberId, sign, day, merchants, share, raisedAt]);
  return rows.length > 0;
}

/** Of the reader's own member, or of all for who looks after the coalition. */
export function fishingAlarmPage(
  tx: Tx,
  reader: { readonly memberId: MemberId; readonly maySeeAll: boolean },
  after: { readonly raisedAt: Date; readonly id: FishingAlarmId } | undefined,
  limit: number,
): Promise<FishingAlarm[]> {
  const { memberId, maySeeAll } = reader;
  return tx.statement<FishingAlarm>(SELECT_PAGE, [
    memberId,
    maySeeAll,
    after?.raisedAt ?? null,
    after?.id ?? null,
    limit,
  ]);
}
