import { type HandlingScopeId, type MemberId, type MerchantId, newId } from '../../../common/id.js';
import type { Database, Tx } from '../../../database/index.js';
import { normaliseSubject, type SubjectInput } from '../../../identifier/index.js';
import { type DescribedIdentifier, retrievalKeys } from '../../../matching/index.js';
import { type DescriptionContent, descriptionContent } from '../../description-content.js';
import { linkHashes } from '../../description-keys.js';
import { asOwner } from '../../../../test/support/as-owner.js';

/** The identifiers of a merchant, each in its normal form. */
export function identifiersOf(subject: SubjectInput): readonly DescribedIdentifier[] {
  return contentOf(subject).identifiers;
}

function contentOf(subject: SubjectInput): DescriptionContent {
  const normalised = normaliseSubject(subject, { presentYear: 2026 });
  if (!normalised.ok) throw new Error(JSON.stringify(normalised.refusals));
  return descriptionContent(REPORTER, normalised.value.identifiers);
}

const REPORTER: MemberId = newId('member');

/** Stores a merchant with a description for each subject, as it is found once it has been resolved. */
export function givenMerchant(database: Database, ...subjects: readonly SubjectInput[]): Promise<MerchantId> {
  return asOwner(database, async (tx) => {
    const merchantId = newId('merchant');
    for (const [place, subject] of subjects.entries())
      await storeDescription(
        tx,
        merchantId,
        place === 0 ? merchantId : newId('merchant'),
        contentOf(subject),
      );
    return merchantId;
  });
}

async function storeDescription(
  tx: Tx,
  merchantId: MerchantId,
  ownMerchantId: MerchantId,
  content: DescriptionContent,
): Promise<void> {
  const id = newId('report');
  const hashes = linkHashes(content);
  await tx.query(`insert into merchant values ($1, 'UNLISTED', now())`, [ownMerchantId]);
  await tx.query('insert into description values ($1, $2, $3, now(), true, $4, $5::bytea[])', [
    id,
    ownMerchantId,
    merchantId,
    JSON.stringify(content),
    hashes,
  ]);
  await tx.query('insert into description_key (hash, description_id) select unnest($2::bytea[]), $1::uuid', [
    id,
    hashes,
  ]);
  await tx.query(
    'insert into description_retrieval_key (hash, description_id) select unnest($2::bigint[]), $1::uuid',
    [id, retrievalKeys(content.identifiers).map(({ hash }) => hash)],
  );
}

/** An audience: everyone in the coalition, one sharing group, or the members that a RED report names. */
export type Audience = 'EVERYONE' | 'GROUP' | 'NAMED';

/** Scopes of the three audiences. */
export async function givenScopes(database: Database): Promise<Readonly<Record<Audience, HandlingScopeId>>> {
  const scopes = {
    EVERYONE: newId('handlingScope'),
    GROUP: newId('handlingScope'),
    NAMED: newId('handlingScope'),
  };
  const [group, member] = [newId('sharingGroup'), newId('member')];
  await asOwner(database, async (tx) => {
    await tx.query(
      `insert into member (id, name, kind, country, status, applied_at, changed_at)
       values ($1, 'Reporter', 'ISSUER', 'NL', 'ACTIVE', now(), now())`,
      [member],
    );
    await tx.query(`insert into sharing_group values ($1, 'Group', '', now())`, [group]);
    await tx.query(
      `insert into handling_scope (id, digest, tlp, sharing_group_id, reporter_id, named_member_ids) values
         ($1, '\\x01', 'GREEN', null, null, '{}'), ($2, '\\x02', 'AMBER', $3, null, '{}'), ($4, '\\x03', 'RED', null, $5, '{}')`,
      [scopes.EVERYONE, scopes.GROUP, group, scopes.NAMED, member],
    );
  });
  return scopes;
}

/** Lists a merchant for the readers of one scope. */
export async function givenView(
  database: Database,
  handlingScopeId: HandlingScopeId,
  subject: SubjectInput,
): Promise<void> {
  const id = await givenMerchant(database, subject);
  const indicators = identifiersOf(subject).map(({ type, value, parts }) => ({ type, value, parts }));
  await asOwner(database, (tx) =>
    tx.query(`insert into merchant_view values ($1, $2, $1, now() + interval '1 year', $3)`, [
      id,
      handlingScopeId,
      JSON.stringify({ indicators }),
    ]),
  );
}
