import { generateKeyPairSync, randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { importJWK, type CryptoKey } from 'jose';

import { AuditLog } from '../audit/index.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { Database, type Tx } from '../database/index.js';
import { ACCESS_TOKEN_ALGORITHM } from './access-token.js';
import { openSealed, seal, type SealedPlace } from './seal.js';
import {
  planRotation,
  SIGNING_KEYS_CACHE_S,
  signingKeyOf,
  type PublicJwk,
  type SigningKeyState,
} from './signing-key.js';
import {
  DELETE_SIGNING_KEYS,
  INSERT_SIGNING_KEY,
  LOCK_SIGNING_KEYS,
  PROMOTE_SIGNING_KEYS,
  RETIRE_SIGNING_KEYS,
  SELECT_SIGNING_KEYS,
  type SigningKeyRow,
} from './signing-key.statements.js';

/** A public key as /.well-known/jwks.json lists it. */
export interface PublishedJwk extends PublicJwk {
  readonly kid: string;
  readonly alg: typeof ACCESS_TOKEN_ALGORITHM;
  readonly use: 'sig';
}

/** What one instance knows of the keys. */
interface KeyRing {
  readonly readAt: Date;
  readonly signing: { readonly kid: string; readonly key: CryptoKey };
  readonly verifying: ReadonlyMap<string, CryptoKey>;
  readonly published: readonly PublishedJwk[];
}

/** Seconds between two readings that an unknown key id may cause: made-up ids must not become load on the database. */
const UNKNOWN_KEY_READ_S = 2;

/**
 * The keys that access tokens are signed with. They stand in the database, the private halves sealed; each instance
 * works with what it read up to SIGNING_KEYS_CACHE_S ago, and reads again when a token names a key it does not know.
 */
@Injectable()
export class SigningKeys {
  private ring: KeyRing | undefined;
  private reading: Promise<KeyRing> | undefined;

  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The key that signs now. */
  async signingKey(): Promise<KeyRing['signing']> {
    return (await this.fresh()).signing;
  }

  /** The public key of an id, or undefined when there is none. */
  async verifyingKey(kid: string): Promise<CryptoKey | undefined> {
    const ring = await this.fresh();
    const known = ring.verifying.get(kid);
    if (known !== undefined || this.ageS(ring) < UNKNOWN_KEY_READ_S) return known;
    return (await this.read()).verifying.get(kid);
  }

  /** Every public key that a valid token may name, now or after the next rotation. */
  async published(): Promise<readonly PublishedJwk[]> {
    return (await this.fresh()).published;
  }

  /**
   * Rotates at once. Tokens signed before stay valid until they expire. Every instance signs with the new key as soon as
   * all of them know it.
   */
  async rotate(): Promise<void> {
    await this.rotateIf(true);
  }

  /** Rotates when it is time to, and removes retired keys that are no longer needed. Any instance may call at any time. */
  async rotateWhenDue(): Promise<void> {
    await this.rotateIf(false);
  }

  private async fresh(): Promise<KeyRing> {
    return this.ring !== undefined && this.ageS(this.ring) < SIGNING_KEYS_CACHE_S ? this.ring : this.read();
  }

  private ageS(ring: KeyRing): number {
    return Math.abs(this.clock.now().getTime() - ring.readAt.getTime()) / 1000;
  }

  /** One reading at a time; whoever asks meanwhile shares it. */
  private read(): Promise<KeyRing> {
    this.reading ??= this.readRing().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readRing(): Promise<KeyRing> {
    let rows = await this.database.systemStatement<SigningKeyRow>('sign_in', SELECT_SIGNING_KEYS, []);
    if (!rows.some((row) => row.state === 'CURRENT')) {
      await this.rotateWhenDue();
      rows = await this.database.systemStatement<SigningKeyRow>('sign_in', SELECT_SIGNING_KEYS, []);
    }
    const readAt = this.clock.now();
    const signing = signingKeyOf(rows, readAt);
    assert(signing !== undefined, 'a rotation leaves a CURRENT key');
    const verifying = await Promise.all(
      rows.map(async (row) => [row.kid, await importKey(row.publicJwk)] as const),
    );
    const privateJwk = openSealed(this.config.secretKey, signing.privateSealed, placeOf(signing.kid));
    this.ring = {
      readAt,
      signing: {
        kid: signing.kid,
        key: await importKey(JSON.parse(privateJwk.toString('utf8')) as PublicJwk),
      },
      verifying: new Map(verifying),
      published: rows.map(({ kid, publicJwk: { kty, crv, x } }) => {
        return { kty, crv, x, kid, alg: ACCESS_TOKEN_ALGORITHM, use: 'sig' };
      }),
    };
    return this.ring;
  }

  private async rotateIf(force: boolean): Promise<void> {
    await this.database.asSystem('sign_in', async (tx) => {
      await tx.statement(LOCK_SIGNING_KEYS, []);
      const plan = planRotation(
        await tx.statement<SigningKeyRow>(SELECT_SIGNING_KEYS, []),
        this.clock.now(),
        force,
      );
      // In this order: at no moment are there two keys in the state CURRENT or NEXT.
      await tx.statement(DELETE_SIGNING_KEYS, [plan.remove]);
      await tx.statement(RETIRE_SIGNING_KEYS, [plan.retire, this.clock.now()]);
      await tx.statement(PROMOTE_SIGNING_KEYS, [plan.promote]);
      const created: string[] = [];
      for (const state of plan.create) created.push(await this.create(tx, state));
      const changed = [...plan.remove, ...plan.retire, ...plan.promote, ...created];
      if (changed.length === 0) return;

      await this.audit.append(tx, null, {
        action: 'signing-key.rotate',
        objectKind: 'signingKey',
        objectIds: [...new Set(changed)],
        detail: { removed: plan.remove, retired: plan.retire, promoted: plan.promote, created },
      });
      tx.afterCommit(() => {
        this.ring = undefined;
      });
    });
  }

  private async create(tx: Tx, state: SigningKeyState): Promise<string> {
    const kid = randomUUID();
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const publicJwk = publicKey.export({ format: 'jwk' });
    const sealed = seal(
      this.config.secretKey,
      Buffer.from(JSON.stringify(privateKey.export({ format: 'jwk' }))),
      placeOf(kid),
    );
    await tx.statement(INSERT_SIGNING_KEY, [kid, state, JSON.stringify(publicJwk), sealed, this.clock.now()]);
    return kid;
  }
}

function placeOf(kid: string): SealedPlace {
  return { table: 'signing_key', column: 'private_sealed', row: kid };
}

async function importKey(jwk: PublicJwk): Promise<CryptoKey> {
  const key = await importJWK({ ...jwk }, ACCESS_TOKEN_ALGORITHM);
  assert(!(key instanceof Uint8Array), 'an Ed25519 key is imported as a key, not as bytes');
  return key;
}
