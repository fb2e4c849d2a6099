import type { Adapter, AdapterFactory, AdapterPayload, ClientMetadata } from 'oidc-provider';

/** What a provider of the tests remembers: in memory, with the one client that is registered now. */
export function providerStore(client: () => ClientMetadata | undefined): AdapterFactory {
  const kept = new Map<string, AdapterPayload>();
  return (kind) => storeOf(kind, kept, client);
}

function storeOf(
  kind: string,
  kept: Map<string, AdapterPayload>,
  client: () => ClientMetadata | undefined,
): Adapter {
  const keyOf = (id: string): string => `${kind} ${id}`;
  const find = (id: string): AdapterPayload | undefined => {
    if (kind !== 'Client') return kept.get(keyOf(id));
    const registered = client();
    return registered?.client_id === id ? registered : undefined;
  };
  const having = (name: 'uid' | 'userCode', value: string): AdapterPayload | undefined =>
    [...kept].find(([key, payload]) => key.startsWith(`${kind} `) && payload[name] === value)?.[1];
  return {
    upsert: (id, payload) => {
      kept.set(keyOf(id), payload);
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(find(id)),
    findByUid: (uid) => Promise.resolve(having('uid', uid)),
    findByUserCode: (userCode) => Promise.resolve(having('userCode', userCode)),
    consume: (id) => {
      const payload = kept.get(keyOf(id));
      if (payload !== undefined) kept.set(keyOf(id), { ...payload, consumed: Math.floor(Date.now() / 1000) });
      return Promise.resolve();
    },
    destroy: (id) => {
      kept.delete(keyOf(id));
      return Promise.resolve();
    },
    revokeByGrantId: (grantId) => {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
      return Promise.resolve();
    },
  };
}
