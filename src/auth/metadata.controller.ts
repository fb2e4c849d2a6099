import { Controller, Get, Header } from '@nestjs/common';

import { PublicRoute } from '../access/index.js';
import { Config } from '../config/index.js';
import { ASSERTION_ALGORITHMS } from './client-assertion.js';
import { DPOP_ALGORITHMS } from './dpop-proof.js';
import { JWKS_PATH, METADATA_PATH, REVOCATION_PATH, TOKEN_PATH } from './oauth-paths.js';
import { SIGNING_KEYS_CACHE_S } from './signing-key.js';
import { SigningKeys, type PublishedJwk } from './signing-keys.js';
import { GRANT_TYPES } from './token.service.js';

/** What the world may know of how tokens are got and verified (RFC 8414, RFC 7517). */
@Controller()
export class MetadataController {
  constructor(
    private readonly keys: SigningKeys,
    private readonly config: Config,
  ) {}

  @Get(JWKS_PATH)
  @PublicRoute()
  @Header('cache-control', `public, max-age=${SIGNING_KEYS_CACHE_S}`)
  async jwks(): Promise<{ readonly keys: readonly PublishedJwk[] }> {
    return { keys: await this.keys.published() };
  }

  @Get(METADATA_PATH)
  @PublicRoute()
  @Header('cache-control', 'public, max-age=3600')
  metadata(): Readonly<Record<string, unknown>> {
    const url = this.config.publicUrl;
    return {
      issuer: url,
      token_endpoint: `${url}${TOKEN_PATH}`,
      revocation_endpoint: `${url}${REVOCATION_PATH}`,
      jwks_uri: `${url}${JWKS_PATH}`,
      response_types_supported: [],
      grant_types_supported: GRANT_TYPES,
      token_endpoint_auth_methods_supported: [
        'client_secret_basic',
        'client_secret_post',
        'private_key_jwt',
        'none',
      ],
      token_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS,
      dpop_signing_alg_values_supported: DPOP_ALGORITHMS,
      revocation_endpoint_auth_methods_supported: ['none'],
    };
  }
}
