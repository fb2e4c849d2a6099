import { Controller, Header, HttpCode, Post, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { PublicRoute } from '../access/index.js';
import { setAnswerHeader } from '../graphql/index.js';
import { headerValues } from './authorization-header.js';
import { Dpop } from './dpop.js';
import { OAuthErrorFilter } from './oauth-error.filter.js';
import { invalidRequest, readForm, type OAuthForm } from './oauth-form.js';
import { REVOCATION_PATH, TOKEN_PATH } from './oauth-paths.js';
import { TokenService, type TokenAnswer } from './token.service.js';

/** The token endpoint: public, for whoever comes here has no token yet. */
@Controller()
@UseFilters(OAuthErrorFilter)
export class TokenController {
  constructor(
    private readonly tokens: TokenService,
    private readonly dpop: Dpop,
  ) {}

  @Post(TOKEN_PATH)
  @PublicRoute()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('pragma', 'no-cache')
  token(@Req() request: FastifyRequest): Promise<TokenAnswer> {
    setAnswerHeader(request, 'dpop-nonce', this.dpop.nonce());
    const { ip: address, id: requestId } = request;
    const [authorization, proof] = [onlyHeader(request, 'authorization'), onlyHeader(request, 'dpop')];
    return this.tokens.grant({
      authorization,
      form: formOf(request),
      proof: proof === undefined ? undefined : { proof, method: 'POST', path: TOKEN_PATH },
      address,
      requestId,
    });
  }

  @Post(REVOCATION_PATH)
  @PublicRoute()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  revoke(@Req() request: FastifyRequest): Promise<void> {
    return this.tokens.revoke(formOf(request));
  }
}

function formOf(request: FastifyRequest): OAuthForm {
  return readForm(request.headers['content-type'], request.body);
}

/** The value of a header; one that is given twice is refused, for a proxy may have looked at the other one. */
function onlyHeader(request: FastifyRequest, name: string): string | undefined {
  const [value, ...others] = headerValues(request.raw.rawHeaders, name);
  if (others.length > 0) throw invalidRequest(`The header ${name} is given more than once.`);
  return value;
}
