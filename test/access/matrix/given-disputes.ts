import { fromGlobalId, newId, toGlobalId } from '../../../src/common/id.js';
import type { TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import type { TestMember } from '../../support/members.js';
import type { CaseName } from './belonging.js';
import type { Cast } from './given-members.js';
import type { OwnedTarget } from './owned-target.js';
import type { CaseTarget } from './targets.js';

/**
 * A dispute of the bank's and one of another member's, about what everybody sees, both in review and with a ruling that waits
 * for its second approval. They are written straight into the tables, so that nothing listed changes by them.
 */
export async function givenDisputes(
  app: TestApp,
  { members: { bank, peer }, otherAnalyst }: Cast,
  cases: ReadonlyMap<CaseName, CaseTarget>,
): Promise<readonly OwnedTarget[]> {
  const merchant = fromGlobalId('merchant', cases.get('other')?.merchant ?? '') ?? '';
  const proposer = fromGlobalId('user', otherAnalyst.user.id) ?? '';
  return [await aDispute(app, bank, merchant, proposer), await aDispute(app, peer, merchant, proposer)];
}

async function aDispute(
  app: TestApp,
  filer: TestMember,
  merchant: string,
  proposer: string,
): Promise<OwnedTarget> {
  const [id, ruling] = [newId('dispute'), newId('disputeRuling')];
  const filedAt = app.clock.now();
  const answerBy = new Date(filedAt.getTime() + 864_000_000);
  await asOwner(app.database, async (tx) => {
    await tx.query(
      `insert into dispute (id, handles, grounds, statement, status, stage, filed_at, answer_by)
       values ($1, array[$2::uuid], 'OUTDATED', 'It is over.', 'FILED', 1, $3, $4)`,
      [id, merchant, filedAt, answerBy],
    );
    await tx.query(
      `insert into dispute_filer (dispute_id, member_id, filed_by, client_reference, content_hash, disclosed)
       select $1, $2, p.id, 'matrix', '\\x00', false from principal p where p.member_id = $2 limit 1`,
      [id, filer.memberId],
    );
    await tx.query(`update dispute set status = 'REVIEW' where id = $1`, [id]);
    await tx.query(
      `insert into dispute_ruling (id, dispute_id, stage, outcome, reason, proposed_by, proposed_member, proposed_at)
       select $1, $2, 1, 'UPHELD', 'It is over.', p.id, p.member_id, $4 from principal p where p.id = $3`,
      [ruling, id, proposer, filedAt],
    );
  });
  return {
    target: {
      kind: 'dispute',
      id: toGlobalId('dispute', id),
      ruling: toGlobalId('disputeRuling', ruling),
    },
    belonging: { of: 'member things', memberId: filer.id },
  };
}

/** Markers of misused identities, for audiences that no reader is in: nobody is told of them. */
export async function givenMarkers(app: TestApp, cases: ReadonlyMap<CaseName, CaseTarget>): Promise<void> {
  const reports = (['outside', 'unnamed'] as const).map((name) =>
    fromGlobalId('report', cases.get(name)?.report ?? ''),
  );
  const made = await asOwner(app.database, (tx) =>
    tx.query(
      `insert into identity_marker (hash, handling_scope_id, report_id, valid_until)
       select k.hash, v.handling_scope_id, r.id, '2100-01-01'
       from report r join report_version v on v.report_id = r.id and v.version = r.version
       join description_key k on k.description_id = r.id where r.id = any($1::uuid[]) returning hash`,
      [reports],
    ),
  );
  if (made.length === 0) throw new Error('What the cases name has keys.');
}
