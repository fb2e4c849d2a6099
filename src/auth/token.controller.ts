import { Controller, Header, HttpCode, Post, Req, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { PublicRoute } from '../access/index.js';
import { OAuthErrorFilter } from './oauth-error.filter.js';
import { readForm, type OAuthForm } from './oauth-form.js';
import { REVOCATION_PATH, TOKEN_PATH } from './oauth-paths.js';
import { TokenService, type TokenAnswer } from './token.service.js';

/** The token endpoint: public, for whoever comes here has no token yet. */
@Controller()
@UseFilters(OAuthErrorFilter)
export class TokenController {
  constructor(private readonly tokens: TokenService) {}

  @Post(TOKEN_PATH)
  @PublicRoute()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('pragma', 'no-cache')
  token(@Req() request: FastifyRequest): Promise<TokenAnswer> {
    const { authorization } = request.headers;
    return this.tokens.grant({ authorization, form: formOf(request), requestId: request.id });
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
