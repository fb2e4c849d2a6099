import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { type HandlingScopeId, newId } from '../common/id.js';
import { Database, type NamedStatement } from '../database/index.js';
import { handlingDigest, type HandlingScope } from './handling.js';

/** Scopes whose ids are remembered; beyond it the oldest are asked for again. */
const REMEMBERED_MAX = 10_000;

/** Stands on handling_scope_digest_key. */
const SCOPE_ID: NamedStatement = {
  name: 'report.handling-scope-id',
  text: `
    with made as (
      insert into handling_scope (id, digest, tlp, sharing_group_id, reporter_id, named_member_ids)
      values ($1, $2, $3, $4, $5, $6) on conflict (digest) do nothing returning id
    )
    select id from made union all select id from handling_scope where digest = $2 limit 1`,
};

/** Finds or makes the row of a handling scope. Rows are never changed or removed, so their ids can be remembered. */
@Injectable()
export class HandlingScopes {
  private readonly idByDigest = new Map<string, HandlingScopeId>();

  constructor(private readonly database: Database) {}

  async idOf(actor: Actor, scope: HandlingScope): Promise<HandlingScopeId> {
    const digest = handlingDigest(scope);
    const name = digest.toString('hex');
    const remembered = this.idByDigest.get(name);
    if (remembered !== undefined) return remembered;

    // A row that another transaction commits between our insert and our look is seen by the second try.
    const id = (await this.findOrMake(actor, digest, scope)) ?? (await this.findOrMake(actor, digest, scope));
    assert(id !== undefined, 'a scope is there once someone has made it');
    if (this.idByDigest.size >= REMEMBERED_MAX)
      this.idByDigest.delete(this.idByDigest.keys().next().value ?? '');
    this.idByDigest.set(name, id);
    return id;
  }

  private async findOrMake(
    actor: Actor,
    digest: Buffer,
    scope: HandlingScope,
  ): Promise<HandlingScopeId | undefined> {
    const values = [
      ...[newId('handlingScope'), digest, scope.tlp, scope.sharingGroupId, scope.reporterId],
      scope.namedMemberIds,
    ];
    const [row] = await this.database.asActor(actor, (tx) =>
      tx.statement<{ id: HandlingScopeId }>(SCOPE_ID, values),
    );
    return row?.id;
  }
}
