import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import type { IndicatorId, MerchantId } from '../common/id.js';
import { NIL_ID } from '../common/id-in.js';
import { accessRule, type NamedStatement, type Tx } from '../database/index.js';
import type { IdentifierType } from '../identifier/index.js';
import type { ReportReason } from '../report/index.js';
import { CONFIDENCES, type Confidence } from './confidence.js';
import type { Indicator } from './indicator.js';
import { INDICATOR_FIELDS } from './indicator-store.js';
import { readerValues } from './reader.js';
import { type ChangeRow, SELECT_CHANGES } from './sql/select-changes.js';

/** Narrows a list of indicators. What is left out does not narrow; an empty list matches nothing. */
export interface IndicatorFilter {
  readonly types?: readonly IdentifierType[] | undefined;
  readonly reasons?: readonly ReportReason[] | undefined;
  readonly minimumConfidence?: Confidence | undefined;
  /** Only indicators under one of these handles. */
  readonly handles?: readonly MerchantId[] | undefined;
}

/** The handling scopes whose audience the reader $1 (an analyst: $2) is in: worked out once, not once for each row. */
const AUDIENCE = 'any ((select audience_scopes($1, $2))::uuid[])';

/** What anybody sees, at the moment $3. */
const CURRENT = `status in ('ACTIVE', 'DISPUTED') and valid_until > $3`;

/**
 * In the order of the ids, which are random: an order that tells nothing and never changes. Each scope gives its next ones, by
 * indicator_scope, so that a page costs by the scopes of the reader and not by what is listed: asked for all scopes at once,
 * PostgreSQL reads all there is and sorts it as soon as there are many scopes.
 */
const SELECT_PAGE: NamedStatement = {
  name: 'indicator.selectPage',
  text: `select page.* from handling_scope s cross join lateral (
      select ${INDICATOR_FIELDS} from indicator
      where handling_scope_id = s.id and ${CURRENT}
        and id > coalesce($4::uuid, '${NIL_ID}')
        and ($5::text[] is null or type = any($5))
        and ($6::text[] is null or reason = any($6))
        and ($7::text[] is null or confidence = any($7))
        and ($8::uuid[] is null or merchant_view_id = any($8))
      order by id limit $9) page
    where ${accessRule('indicator.list', `s.id = ${AUDIENCE}`)}
    order by page.id limit $9`,
};

const SELECT_ONE: NamedStatement = {
  name: 'indicator.selectOne',
  text: `select ${INDICATOR_FIELDS} from indicator where ${accessRule('indicator.find', `handling_scope_id = ${AUDIENCE}`)} and ${CURRENT} and id = $4`,
};

/**
 * Works out what the policies let the reader see, before a row is asked for: done only once there is a row to judge, an id
 * that exists would take measurably longer than one that does not.
 */
const JUDGE_SCOPES: NamedStatement = {
  name: 'indicator.judgeScopes',
  text: 'select cardinality(visible_scopes())',
};

/** Reads indicators and their changes. Every method takes the actor, and gives nothing that its member may not see. */
@Injectable()
export class IndicatorRepository {
  page(
    tx: Tx,
    actor: Actor,
    { types, reasons, minimumConfidence, handles }: IndicatorFilter,
    {
      after,
      limit,
      now,
    }: { readonly after: IndicatorId | undefined; readonly limit: number; readonly now: Date },
  ): Promise<Indicator[]> {
    return tx.statement<Indicator>(SELECT_PAGE, [
      ...readerValues(actor),
      now,
      after ?? null,
      types ?? null,
      reasons ?? null,
      minimumConfidence === undefined ? null : CONFIDENCES.slice(CONFIDENCES.indexOf(minimumConfidence)),
      handles ?? null,
      limit,
    ]);
  }

  async find(tx: Tx, actor: Actor, id: IndicatorId, now: Date): Promise<Indicator | undefined> {
    await tx.statement(JUDGE_SCOPES, []);
    return (await tx.statement<Indicator>(SELECT_ONE, [...readerValues(actor), now, id]))[0];
  }

  /** Entries of the feed behind `after`, at most `limit`; and the highest place given when they were read. */
  async changes(
    tx: Tx,
    actor: Actor,
    { after, limit }: { readonly after: bigint; readonly limit: number },
  ): Promise<{
    readonly mark: bigint;
    readonly entries: readonly (ChangeRow & { readonly sequence: string })[];
  }> {
    const rows = await tx.statement<ChangeRow>(SELECT_CHANGES, [
      ...readerValues(actor),
      String(after),
      limit,
    ]);
    return {
      mark: BigInt(rows[0]?.mark ?? 0),
      entries: rows.filter((row): row is ChangeRow & { sequence: string } => row.sequence !== null),
    };
  }
}
