import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** The parts of the options that an authenticator looks at. */
interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id?: string };
  readonly user: { readonly id: string };
}

interface RequestOptions {
  readonly challenge: string;
  readonly rpId?: string;
}

/** What an authenticator, or who stands between it and Cordon, does otherwise than it should. */
export interface Deviation {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly userVerified?: boolean;
  readonly userPresent?: boolean;
  readonly crossOrigin?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  readonly key?: KeyObject;
}

const FLAG = { userPresent: 0x01, userVerified: 0x04, backupEligible: 0x08, backedUp: 0x10, attested: 0x40 };

/**
 * An authenticator in software (WebAuthn, section 6): it makes one passkey, and signs challenges by it. It does as it is
 * told where a real one would refuse, so that tests can show who else does.
 */
export class SoftwareAuthenticator {
  readonly credentialId = randomBytes(32);
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #userHandle = randomBytes(16).toString('base64url');
  #counter = 0;

  constructor(
    private readonly origin: string,
    private readonly options: { readonly synced?: boolean; readonly counts?: boolean } = {},
  ) {}

  /** Answers navigator.credentials.create, as JSON. */
  create({ challenge, rp, user }: CreationOptions, deviation: Deviation = {}): object {
    this.#userHandle = user.id;
    const clientData = this.clientData('webauthn.create', challenge, deviation);
    const authenticatorData = Buffer.concat([
      this.head(rp.id ?? '', FLAG.attested, deviation),
      Buffer.alloc(16),
      uint16(this.credentialId.length),
      this.credentialId,
      coseKey(this.#pair.publicKey),
    ]);
    const attestationObject = Buffer.concat([
      Buffer.of(0xa3),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.of(0xa0),
      text('authData'),
      bytes(authenticatorData),
    ]);
    return this.credential({
      clientDataJSON: clientData.toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers navigator.credentials.get, as JSON. */
  get({ challenge, rpId = '' }: RequestOptions, deviation: Deviation = {}): object {
    const clientData = this.clientData('webauthn.get', challenge, deviation);
    const authenticatorData = this.head(rpId, 0, deviation);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    return this.credential({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, deviation.key ?? this.#pair.privateKey).toString('base64url'),
      userHandle: deviation.userHandle ?? this.#userHandle,
    });
  }

  private credential(response: object): object {
    const id = this.credentialId.toString('base64url');
    return { id, rawId: id, type: 'public-key', response };
  }

  private clientData(type: string, challenge: string, deviation: Deviation): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: deviation.type ?? type,
        challenge: deviation.challenge ?? challenge,
        origin: deviation.origin ?? this.origin,
        crossOrigin: deviation.crossOrigin ?? false,
      }),
    );
  }

  private head(rpId: string, more: number, deviation: Deviation): Buffer {
    const { userPresent = true, userVerified = true } = deviation;
    const synced = this.options.synced === true ? FLAG.backupEligible | FLAG.backedUp : 0;
    const flags =
      (userPresent ? FLAG.userPresent : 0) | (userVerified ? FLAG.userVerified : 0) | synced | more;
    if (this.options.counts !== false) this.#counter += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(deviation.counter ?? this.#counter);
    const hash = createHash('sha256')
      .update(deviation.rpId ?? rpId)
      .digest();
    return Buffer.concat([hash, Buffer.of(flags), counter]);
  }
}

/** An EC2 key of ES256 in COSE (RFC 9053, section 7.1.1): five entries, of which each is a byte or 32. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const coordinate = (value: string): Buffer => bytes(Buffer.from(value, 'base64url'));
  return Buffer.concat([
    Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21),
    coordinate(x),
    Buffer.of(0x22),
    coordinate(y),
  ]);
}

/** A text of up to 23 bytes in CBOR (RFC 8949, section 3.1). */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)]);
}

/** A byte string of up to 65535 bytes in CBOR. */
function bytes(value: Buffer): Buffer {
  const head =
    value.length < 256
      ? Buffer.of(0x58, value.length)
      : Buffer.concat([Buffer.of(0x59), uint16(value.length)]);
  return Buffer.concat([head, value]);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16BE(value);
  return buffer;
}
