import { Injectable } from '@nestjs/common';
import { type Actor, principalId } from '../../common/actor.js';
import type { DispositionId } from '../../common/id.js';
import { type Page, pageOf, type PageRequest } from '../../common/page.js';
import { accessRule, type NamedStatement, type Tx } from '../../database/index.js';
import { exactTimeCursor, exactTimePlace } from '../../graphql/index.js';
import type { LeadRef } from '../lead/lead.js';
import type { Assessment } from './assessment.js';
import type { Disposition, DispositionFilter } from './disposition.js';

/** Whether a row is of the lead of `d`. A notice goes on where its merchant goes by another handle. */
const OF_SAME_LEAD = `later.member_id = d.member_id
  and (later.notice_id = d.notice_id or (later.screening_id = d.screening_id and later.merchant_id = d.merchant_id))`;

const COLUMNS = `d.id, d.notice_id as "noticeId", d.screening_id as "screeningId", d.merchant_id as "merchantId", d.version,
  d.assessment, d.rationale, d.recorded_by as "recordedBy", d.at, d.at::text as "atExact",
  not exists (select from disposition later where ${OF_SAME_LEAD} and later.version > d.version) as current`;

const SELECT_CURRENT: NamedStatement = {
  name: 'disposition.selectCurrent',
  text: `
    select ${COLUMNS} from disposition d
    where ${accessRule('disposition.current', 'd.member_id = $1')}
      and (d.notice_id = $2 or (d.screening_id = $3 and d.merchant_id = $4))
    order by d.version desc limit 1`,
};

/** Newest first. Stands on disposition_member. */
const SELECT_PAGE: NamedStatement = {
  name: 'disposition.selectPage',
  text: `
    select ${COLUMNS} from disposition d
    where ${accessRule('disposition.list', 'd.member_id = $1')}
      and ($2::uuid is null or d.notice_id = $2) and ($3::uuid is null or d.screening_id = $3)
      and ($4::uuid is null or d.merchant_id = $4)
      and ($5::timestamptz is null or (d.at, d.id) < ($5, $6::uuid))
    order by d.at desc, d.id desc limit $7`,
};

const INSERT: NamedStatement = {
  name: 'disposition.insert',
  text: `
    insert into disposition (id, member_id, notice_id, screening_id, merchant_id, version, assessment, rationale, recorded_by, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

/** The SQL of dispositions: a member's own, always. */
@Injectable()
export class DispositionRepository {
  /** The one that holds, of a lead. */
  async current(tx: Tx, actor: Actor, lead: LeadRef): Promise<Disposition | undefined> {
    const { noticeId, screeningId, merchantId } = lead;
    const values = [actor.memberId, noticeId, screeningId, merchantId];
    return (await tx.statement<Disposition>(SELECT_CURRENT, values))[0];
  }

  async page(
    tx: Tx,
    actor: Actor,
    { noticeId, screeningId, merchantId }: DispositionFilter,
    { first, after }: PageRequest,
  ): Promise<Page<Disposition>> {
    const place = after === undefined ? undefined : exactTimePlace(after);
    const rows = await tx.statement<Disposition>(SELECT_PAGE, [
      actor.memberId,
      noticeId ?? null,
      screeningId ?? null,
      merchantId ?? null,
      place?.at ?? null,
      place?.id ?? null,
      first + 1,
    ]);
    return pageOf(rows, first, ({ atExact, id }) => exactTimeCursor({ at: atExact, id }));
  }

  async insert(
    tx: Tx,
    actor: Actor,
    {
      id,
      lead,
      version,
      assessment,
      rationale,
      at,
    }: {
      readonly id: DispositionId;
      readonly lead: LeadRef;
      readonly version: number;
      readonly assessment: Assessment;
      readonly rationale: string;
      readonly at: Date;
    },
  ): Promise<void> {
    const { noticeId, screeningId, merchantId } = lead;
    const about = [id, actor.memberId, noticeId, screeningId, merchantId];
    await tx.statement(INSERT, [...about, version, assessment, rationale, principalId(actor), at]);
  }
}
