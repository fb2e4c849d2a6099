import type { FishingAlarmId, MemberId } from '../../common/id.js';
import { accessRule, type NamedStatement, type Tx } from '../../database/index.js';
import type { FishingAlarm, FishingAlarmClosing, ShownFishingAlarm } from './fishing-alarm.js';

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

/** Alarms with what was done about them, as far as the reader ($2) looks after the coalition. */
const SHOWN = `select ${FIELDS},
      case when c.alarm_id is not null
        then json_build_object('closedAt', c.closed_at, 'closedBy', c.closed_by, 'note', c.note) end as closing
    from fishing_alarm a
    left join fishing_alarm_closing c on c.alarm_id = a.id and ${accessRule('fishing-alarm.closing', '$2')}`;

/** Newest first, on fishing_alarm_raised. */
const SELECT_PAGE: NamedStatement = {
  name: 'screening.selectFishingAlarms',
  text: `${SHOWN}
    where ${accessRule('fishing-alarm.page', 'a.member_id = $1 or $2')}
      and ($3::timestamptz is null or a.raised_at < $3 or (a.raised_at = $3 and a.id > $4::uuid))
    order by a.raised_at desc, a.id limit $5`,
};

/** An alarm by its id. */
const SELECT_ONE: NamedStatement = {
  name: 'screening.selectFishingAlarm',
  text: `${SHOWN} where ${accessRule('fishing-alarm.find', 'a.member_id = $1 or $2')} and a.id = $3`,
};

/** Nothing where the alarm is closed by then: by the key, whoever of two comes second. */
const CLOSE: NamedStatement = {
  name: 'screening.closeFishingAlarm',
  text: `insert into fishing_alarm_closing (alarm_id, closed_by, note, closed_at) values ($1, $2, $3, $4)
    on conflict (alarm_id) do nothing returning 1`,
};

/** Stores an alarm; false where there is one of its kind already. */
export async function raiseFishingAlarm(tx: Tx, alarm: FishingAlarm): Promise<boolean> {
  const { id, memberId, sign, day, merchants, share, raisedAt } = alarm;
  const rows = await tx.statement(RAISE, [id, memberId, sign, day, merchants, share, raisedAt]);
  return rows.length > 0;
}

/** Who reads alarms: of the own member, or of all for who looks after the coalition. */
export interface FishingAlarmReader {
  readonly memberId: MemberId;
  readonly maySeeAll: boolean;
}

export async function fishingAlarm(
  tx: Tx,
  { memberId, maySeeAll }: FishingAlarmReader,
  id: FishingAlarmId,
): Promise<ShownFishingAlarm | undefined> {
  const [row] = await tx.statement<ShownRow>(SELECT_ONE, [memberId, maySeeAll, id]);
  return row && shown(row);
}

/** Says that an alarm is dealt with; false where somebody has said so before. */
export async function closeFishingAlarm(
  tx: Tx,
  id: FishingAlarmId,
  { closedBy, note, closedAt }: FishingAlarmClosing,
): Promise<boolean> {
  const rows = await tx.statement(CLOSE, [id, closedBy, note, closedAt]);
  return rows.length > 0;
}

export async function fishingAlarmPage(
  tx: Tx,
  reader: FishingAlarmReader,
  after: { readonly raisedAt: Date; readonly id: FishingAlarmId } | undefined,
  limit: number,
): Promise<ShownFishingAlarm[]> {
  const { memberId, maySeeAll } = reader;
  const rows = await tx.statement<ShownRow>(SELECT_PAGE, [
    memberId,
    maySeeAll,
    after?.raisedAt ?? null,
    after?.id ?? null,
    limit,
  ]);
  return rows.map(shown);
}

/** In JSON a time is a text. */
interface ShownRow extends FishingAlarm {
  readonly closing: (Omit<FishingAlarmClosing, 'closedAt'> & { readonly closedAt: string }) | null;
}

function shown({ closing, ...alarm }: ShownRow): ShownFishingAlarm {
  return { ...alarm, closing: closing && { ...closing, closedAt: new Date(closing.closedAt) } };
}
