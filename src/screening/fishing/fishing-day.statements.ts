import type { MemberId } from '../../common/id.js';
import type { NamedStatement, Tx } from '../../database/index.js';
import { FEATURE_NAMES, type FishingFeatures, NO_FEATURES } from './fishing-features.js';
import type { FishingPast } from './assess-fishing.js';

/** Days that are a member's past, and after which counts are removed. */
const PAST_DAYS = 28;

const columns = FEATURE_NAMES.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
const AS_FEATURES = columns.map((column, place) => `${column} as "${FEATURE_NAMES[place] ?? ''}"`).join(', ');
const SUMS = columns
  .map((column, place) => `coalesce(sum(d.${column}), 0)::int as "${FEATURE_NAMES[place] ?? ''}"`)
  .join(', ');

/** On fishing_day_pkey. */
const ADD: NamedStatement = {
  name: 'screening.addFishingDay',
  text: `insert into fishing_day as d (member_id, day, ${columns.join(', ')})
    values ($1, $2, ${columns.map((_, place) => `$${place + 3}`).join(', ')})
    on conflict (member_id, day) do update
      set ${columns.map((column) => `${column} = d.${column} + excluded.${column}`).join(', ')}
    returning ${AS_FEATURES}`,
};

/** The member's last weeks, without the days that raised an alarm. On fishing_day_pkey and fishing_alarm_once. */
const SELECT_OWN_PAST: NamedStatement = {
  name: 'screening.selectOwnFishingPast',
  text: `select ${SUMS}, count(*)::int as days from fishing_day d
    where d.member_id = $1 and d.day < $2::date and d.day >= $2::date - ${PAST_DAYS}
      and not exists (select from fishing_alarm a where a.member_id = d.member_id and a.day = d.day)`,
};

/** On fishing_day_day. */
const SELECT_OTHERS_PAST: NamedStatement = {
  name: 'screening.selectOthersFishingPast',
  text: `select ${SUMS} from fishing_day d
    where d.member_id <> $1 and d.day < $2::date and d.day >= $2::date - ${PAST_DAYS}`,
};

/** On fishing_day_day. */
const DELETE_OLD: NamedStatement = {
  name: 'screening.deleteOldFishingDays',
  text: `delete from fishing_day where day < $1::date - ${PAST_DAYS}`,
};

/** Adds to the counts of a member's day, and gives them as they stand then, those of other instances included. */
export async function addToFishingDay(
  tx: Tx,
  memberId: MemberId,
  dayName: string,
  features: FishingFeatures,
): Promise<FishingFeatures> {
  const counts = FEATURE_NAMES.map((name) => features[name]);
  const [row] = await tx.statement<FishingFeatures>(ADD, [memberId, dayName, ...counts]);
  return row ?? features;
}

/** What a day of a member is held against. */
export async function fishingPast(tx: Tx, memberId: MemberId, dayName: string): Promise<FishingPast> {
  const [own] = await tx.statement<FishingFeatures & { days: number }>(SELECT_OWN_PAST, [memberId, dayName]);
  const [others] = await tx.statement<FishingFeatures>(SELECT_OTHERS_PAST, [memberId, dayName]);
  return { own: own ?? NO_FEATURES, ownDays: own?.days ?? 0, others: others ?? NO_FEATURES };
}

/** Removes counts that are nobody's past any more. */
export async function deleteOldFishingDays(tx: Tx, dayName: string): Promise<void> {
  await tx.statement(DELETE_OLD, [dayName]);
}
