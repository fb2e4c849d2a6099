import { Injectable } from '@nestjs/common';
import type { ReportId } from '../common/id.js';
import { Outbox, type Tx } from '../database/index.js';
import type { DescriptionContent } from './description-content.js';
import { keyColumns } from './description-keys.js';
import { DESCRIPTION_CHANGED, type DescriptionChanged } from './topics.js';

/** Keeps what reports say of their merchants, and tells the resolver of every change. New ones come with their report. */
@Injectable()
export class Descriptions {
  constructor(private readonly outbox: Outbox) {}

  /** The report was corrected: its description says something else from now on. */
  async replace(tx: Tx, descriptionId: ReportId, content: DescriptionContent): Promise<void> {
    const { hashes, kinds, strengths } = keyColumns(content);
    await tx.query('update description set content = $2 where id = $1', [
      descriptionId,
      JSON.stringify(content),
    ]);
    await tx.query('delete from description_key where description_id = $1', [descriptionId]);
    await tx.query(
      `insert into description_key (description_id, hash, kind, strength)
       select $1, * from unnest($2::bytea[], $3::text[], $4::text[])`,
      [descriptionId, hashes, kinds, strengths],
    );
    await this.changed(tx, descriptionId);
  }

  /** The report was withdrawn or rejected: its description keeps its place in the history and ties nothing any more. */
  async deactivate(tx: Tx, descriptionId: ReportId): Promise<void> {
    await tx.query('update description set active = false where id = $1', [descriptionId]);
    await this.changed(tx, descriptionId);
  }

  private async changed(tx: Tx, descriptionId: ReportId): Promise<void> {
    await this.outbox.put(tx, DESCRIPTION_CHANGED, {
      descriptionIds: [descriptionId],
    } satisfies DescriptionChanged);
  }
}
