import type { MemberId } from '../../common/id.js';
import { accessRule, type NamedStatement, type Tx } from '../../database/index.js';

/** What an admin of the coalition set for a member; null where the settings hold. */
export interface MemberLimitRow {
  readonly ratePointsMax: number | null;
  readonly screeningQuotaMax: number | null;
  readonly reason: string;
  readonly changedAt: Date;
}

const COLUMNS = `rate_points_max as "ratePointsMax", screening_quota_max as "screeningQuotaMax", reason,
  changed_at as "changedAt"`;

/** The own member's, or any for the coalition's admins: by member_limit_pkey. A member that there is not has none either. */
const SELECT: NamedStatement = {
  name: 'member.selectLimit',
  text: `select l.* from member m
    left join lateral (select ${COLUMNS} from member_limit where member_id = m.id) l on true
    where m.id = $2 and ${accessRule('member-limit.find', 'm.id = $1 or $3')}`,
};

const UPSERT: NamedStatement = {
  name: 'member.setLimit',
  text: `insert into member_limit (member_id, rate_points_max, screening_quota_max, reason, changed_by, changed_at)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (member_id) do update set rate_points_max = excluded.rate_points_max,
      screening_quota_max = excluded.screening_quota_max, reason = excluded.reason, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at
    returning ${COLUMNS}`,
};

/** Undefined where there is no such member for this reader; a row of nulls where the settings hold for it. */
export async function memberLimit(
  tx: Tx,
  reader: { readonly memberId: MemberId; readonly maySeeAll: boolean },
  memberId: MemberId,
): Promise<MemberLimitRow | undefined> {
  return (await tx.statement<MemberLimitRow>(SELECT, [reader.memberId, memberId, reader.maySeeAll]))[0];
}

export async function setMemberLimit(
  tx: Tx,
  memberId: MemberId,
  limit: MemberLimitRow,
  changedBy: string,
): Promise<void> {
  const { ratePointsMax, screeningQuotaMax, reason, changedAt } = limit;
  await tx.statement(UPSERT, [memberId, ratePointsMax, screeningQuotaMax, reason, changedBy, changedAt]);
}
