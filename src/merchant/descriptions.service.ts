import { Injectable } from '@nestjs/common';
import type { ReportId } from '../common/id.js';
import { Outbox, type Tx } from '../database/index.js';
import type { DescriptionContent } from './description-content.js';
import { linkHashes } from './description-keys.js';
import { DESCRIPTION_CHANGED, type DescriptionChanged } from './topics.js';

/** Keeps what reports say of their merchants, and tells the resolver of every change. New ones come with their report. */
@Injectable()
export class Descriptions {
  constructor(private readonly outbox: Outbox) {}

  /** The report was corrected: its description says something else from now on. */
  async replace(tx: Tx, descriptionId: ReportId, content: DescriptionContent): Promise<void> {
    const hashes = linkHashes(content);
    await tx.query(
      `delete from description_key k using description d
       where d.id = $1 and k.hash = any(d.link_hashes) and k.description_id = d.id`,
      [descriptionId],
    );
    await tx.query('update description set content = $2, link_hashes = $3::bytea[] where id = $1', [
      descriptionId,
      JSON.stringify(content),
      hashes,
    ]);
    await tx.query(
      'insert into description_key (hash, description_id) select unnest($2::bytea[]), $1::uuid',
      [descriptionId, hashes],
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
