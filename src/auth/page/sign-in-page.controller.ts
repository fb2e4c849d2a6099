import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { Controller, Get, type OnModuleInit, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { PublicRoute } from '../../access/index.js';
import { assert } from '../../common/assert.js';
import { SIGN_IN_PATH } from '../browser/sign-in-paths.js';

/** The page where people sign in with a browser: one file of our own, which asks for nothing but this service. */
@Controller(SIGN_IN_PATH)
export class SignInPageController implements OnModuleInit {
  private html = '';
  private etag = '';
  private policy = '';

  async onModuleInit(): Promise<void> {
    this.html = await readFile(new URL('./sign-in.html', import.meta.url), 'utf8');
    this.etag = `"${createHash('sha256').update(this.html).digest('base64url')}"`;
    this.policy = policyOf(this.html);
  }

  @Get()
  @PublicRoute()
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply
      .header('content-security-policy', this.policy)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'private, no-cache')
      .header('permissions-policy', PERMISSIONS_POLICY)
      .header('etag', this.etag);
    if (request.headers['if-none-match'] === this.etag) void reply.code(304).send();
    else void reply.send(this.html);
  }
}

/** Passkeys, and nothing else of what a browser could do for a page. */
const PERMISSIONS_POLICY =
  'publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), geolocation=()';

/** The page runs its own script and style, each known by its hash, and speaks with this service alone. */
function policyOf(html: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(html, 'script')}'`,
    `style-src '${hashOf(html, 'style')}'`,
    'img-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function hashOf(html: string, tag: 'script' | 'style'): string {
  const content = new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`).exec(html)?.[1];
  assert(content !== undefined, `the page has its own <${tag}>`);
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
