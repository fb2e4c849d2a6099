import type { ClientId, MemberId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';

export interface ClientRow {
  readonly id: ClientId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly active: boolean;
  readonly createdAt: Date;
  /** Whether it proves itself by keys of its own; otherwise by a secret. */
  readonly hasKeys: boolean;
}

const COLUMNS = `p.id, p.member_id as "memberId", c.name, c.scopes, p.active, p.created_at as "createdAt",
  c.jwks is not null as "hasKeys"`;

/** On principal_member (member_id, kind, created_at, id). */
const SELECT_PAGE: NamedStatement = {
  name: 'member.selectClientPage',
  text: `select ${COLUMNS} from principal p join client c on c.id = p.id
    where p.member_id = $1 and p.kind = 'CLIENT' and ($2::timestamptz is null or (p.created_at, p.id) > ($2, $3::uuid))
    order by p.created_at, p.id limit $4`,
};

const SELECT_FOR_UPDATE: NamedStatement = {
  name: 'member.selectClientForUpdate',
  text: `select ${COLUMNS} from principal p join client c on c.id = p.id
    where p.id = $1 and p.member_id = $2 for update of p`,
};

const SELECT_OWN: NamedStatement = {
  name: 'member.selectClient',
  text: `select ${COLUMNS} from principal p join client c on c.id = p.id where p.id = $1 and p.member_id = $2`,
};

export function clientPage(
  tx: Tx,
  memberId: MemberId,
  after: readonly [at: string, id: string] | undefined,
  limit: number,
): Promise<ClientRow[]> {
  return tx.statement<ClientRow>(SELECT_PAGE, [memberId, after?.[0] ?? null, after?.[1] ?? null, limit]);
}

/** The same, locked against another change. */
export async function lockClient(tx: Tx, id: ClientId, memberId: MemberId): Promise<ClientRow | undefined> {
  return (await tx.statement<ClientRow>(SELECT_FOR_UPDATE, [id, memberId]))[0];
}

/** The client, if of this member. */
export async function clientById(tx: Tx, id: ClientId, memberId: MemberId): Promise<ClientRow | undefined> {
  return (await tx.statement<ClientRow>(SELECT_OWN, [id, memberId]))[0];
}
