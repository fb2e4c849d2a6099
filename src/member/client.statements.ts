import type { ClientId, MemberId } from '../common/id.js';
import { accessRule, type NamedStatement, type Tx } from '../database/index.js';
import type { TimePlace } from '../graphql/index.js';

/** How a client proves who it is: by a secret, by keys that stand here, or by keys that it publishes. */
export const CLIENT_AUTHENTICATION_METHODS = {
  SECRET: 'A secret, shown when it was made.',
  KEYS: 'Keys of its own, which stand here.',
  KEY_ADDRESS: 'Keys of its own, which it publishes at an address.',
} as const;

export type ClientAuthenticationMethod = keyof typeof CLIENT_AUTHENTICATION_METHODS;

export interface ClientRow {
  readonly id: ClientId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly active: boolean;
  readonly createdAt: Date;
  readonly authentication: ClientAuthenticationMethod;
  /** Where it publishes its keys, if it does. */
  readonly jwksUri: string | null;
  readonly dpopRequired: boolean;
}

const COLUMNS = `p.id, p.member_id as "memberId", c.name, c.scopes, p.active, p.created_at as "createdAt",
  case when c.jwks_uri is not null then 'KEY_ADDRESS' when c.jwks is not null then 'KEYS' else 'SECRET' end
    as authentication, c.jwks_uri as "jwksUri", c.dpop_required as "dpopRequired"`;

/** On principal_member (member_id, kind, created_at, id). */
const SELECT_PAGE: NamedStatement = {
  name: 'member.selectClientPage',
  text: `select ${COLUMNS} from principal p join client c on c.id = p.id
    where ${accessRule('client.list', 'p.member_id = $1')} and p.kind = 'CLIENT' and ($2::timestamptz is null or (p.created_at, p.id) > ($2, $3::uuid))
    order by p.created_at, p.id limit $4`,
};

const SELECT_FOR_UPDATE: NamedStatement = {
  name: 'member.selectClientForUpdate',
  text: `select ${COLUMNS} from principal p join client c on c.id = p.id
    where ${accessRule('client.lock', 'p.member_id = $2')} and p.id = $1 for update of p`,
};

const SELECT_OWN: NamedStatement = {
  name: 'member.selectClient',
  text: `select ${COLUMNS} from principal p join client c on c.id = p.id
    where ${accessRule('client.find', 'p.member_id = $2')} and p.id = $1`,
};

export function clientPage(
  tx: Tx,
  memberId: MemberId,
  after: TimePlace | undefined,
  limit: number,
): Promise<ClientRow[]> {
  return tx.statement<ClientRow>(SELECT_PAGE, [memberId, after?.at ?? null, after?.id ?? null, limit]);
}

/** The same, locked against another change. */
export async function lockClient(tx: Tx, id: ClientId, memberId: MemberId): Promise<ClientRow | undefined> {
  return (await tx.statement<ClientRow>(SELECT_FOR_UPDATE, [id, memberId]))[0];
}

/** The client, if of this member. */
export async function clientById(tx: Tx, id: ClientId, memberId: MemberId): Promise<ClientRow | undefined> {
  return (await tx.statement<ClientRow>(SELECT_OWN, [id, memberId]))[0];
}
