import { lookup } from 'node:dns/promises';

import { Injectable } from '@nestjs/common';

/** One address that a name leads to. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Where names are looked up. Injected, so that a test can play a resolver that lies. */
export abstract class HostResolver {
  /** Every address of a name, in the order of preference. Rejects when there is none. */
  abstract resolve(host: string): Promise<readonly ResolvedAddress[]>;
}

/** The system's own resolver, hosts file included. */
@Injectable()
export class SystemResolver extends HostResolver {
  override async resolve(host: string): Promise<readonly ResolvedAddress[]> {
    const answers = await lookup(host, { all: true, order: 'verbatim' });
    return answers.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
  }
}
