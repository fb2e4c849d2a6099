import { Injectable } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { Database, type NamedStatement } from '../database/index.js';
import { ProofKeys } from './dpop-keys.js';
import { isNonce, nonceAt, nonceKey } from './dpop-nonce.js';
import { proofHash, verifyDpopProof, type DpopProof, type ProofPurpose } from './dpop-proof.js';

/** A proof as it came with a request: the header DPoP, and what the request is. */
export interface PresentedProof {
  readonly proof: string | undefined;
  readonly method: string;
  /** Path without query. */
  readonly path: string;
}

/** A token with the key that it is bound to. */
export interface BoundToken {
  readonly accessToken: string;
  readonly jkt: string;
}

/** Why a proof is refused: it is none for this request, or needs a nonce of ours. */
export interface ProofRefusal {
  readonly refused: 'INVALID_PROOF' | 'NONCE_NEEDED';
}

/** Who holds the key, or why that is not known. */
export type ProofVerdict = { readonly jkt: string } | ProofRefusal;

/** By dpop_proof_pkey; in one round trip as the service, which may add and neither look nor forget. */
const TAKE_PROOF: NamedStatement = {
  name: 'auth.takeDpopProof',
  text: `select take_dpop_proof($1, $2) as taken`,
};

/** By dpop_proof_expiry. */
const DELETE_EXPIRED_PROOFS: NamedStatement = {
  name: 'auth.deleteExpiredDpopProofs',
  text: `delete from dpop_proof where expires_at < $1`,
};

/** How far the clocks of two instances may be apart: a proof that is too old for one may still count for another. */
const INSTANCE_CLOCKS_MS = 60_000;

/**
 * Proof of possession for each request (DPoP, RFC 9449): a token that is bound to a key is of no use to who copies it.
 *
 * A proof does not cover the request's body, and every GraphQL request has the same method and address: so a proof that
 * could be used twice would let whoever sees one request send another. Therefore each counts once, on all instances: its
 * hash goes into an unlogged table in one round trip, without a flush to disk. Only clients that chose DPoP pay for it.
 * Each carries a nonce of ours as well: without one, who could once make a client sign would have proofs for later.
 * Nonces are made by the clock from a key that all instances have, so that they cost neither storage nor a round trip.
 */
@Injectable()
export class Dpop {
  private readonly key: Buffer;
  private readonly keys = new ProofKeys();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.key = nonceKey(config.secretKey);
  }

  /** The nonce that the next proof has to carry. */
  nonce(): string {
    return nonceAt(this.key, this.clock.now());
  }

  /**
   * Judges a proof and uses it up. With `bound`, it must be by the key of the token that it goes with. A proof without our
   * nonce is not used up: the same request comes again, with a new one.
   */
  async prove(presented: PresentedProof, bound?: BoundToken): Promise<ProofVerdict> {
    const checked = await this.check(presented, bound);
    if ('refused' in checked) return checked;
    return (await this.take(checked)) ? { jkt: checked.jkt } : { refused: 'INVALID_PROOF' };
  }

  /** Judges a proof all but for whether it was used before. */
  async check(
    { proof, method, path }: PresentedProof,
    bound?: BoundToken,
  ): Promise<DpopProof | ProofRefusal> {
    const now = this.clock.now();
    const url = `${this.config.publicUrl}${path}`;
    const purpose: ProofPurpose = { method, url, accessToken: bound?.accessToken };
    const verified = proof === undefined ? undefined : await verifyDpopProof(proof, purpose, this.keys, now);
    if (verified === undefined) return { refused: 'INVALID_PROOF' };
    if (bound !== undefined && verified.jkt !== bound.jkt) return { refused: 'INVALID_PROOF' };
    const isOurs = verified.nonce !== undefined && isNonce(this.key, verified.nonce, now);
    return isOurs ? verified : { refused: 'NONCE_NEEDED' };
  }

  /** Uses a proof up. False when it was used before, on whichever instance. */
  async take(proof: DpopProof): Promise<boolean> {
    const values = [proofHash(proof), proof.expiresAt];
    const [row] = await this.database.statement<{ readonly taken: boolean }>(TAKE_PROOF, values);
    return row?.taken === true;
  }

  /** Forgets proofs that are refused by their age on every instance. Any instance may call at any time. */
  async forgetExpired(): Promise<void> {
    const spent = new Date(this.clock.now().getTime() - INSTANCE_CLOCKS_MS);
    await this.database.systemStatement('sign_in', DELETE_EXPIRED_PROOFS, [spent]);
  }
}
