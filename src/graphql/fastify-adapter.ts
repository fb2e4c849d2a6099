import helmet from '@fastify/helmet';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { knowReply } from './answer-header.js';
import { graphiqlRoute } from './graphiql.route.js';
import { BODY_BYTES_MAX } from './graphql.route.js';
import { requestIdOf } from './request-id.js';

/** How long a client may take to send a request, in milliseconds: a slow sender must not hold a connection. */
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * The HTTP server as every process and every test runs it. `trustedProxies` are those whose `X-Forwarded-For` is believed:
 * the address of any other counts as the caller's own, whatever it says.
 */
export function createFastifyAdapter(trustedProxies: readonly string[] = []): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    genReqId: requestIdOf,
    // Fastify would take the header as it comes; requestIdOf reads it with care.
    requestIdHeader: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    forceCloseConnections: 'idle',
  });
}

/** What stands around every route, the same in the server and in tests. Call it before `app.init()` or `listen()`. */
export async function configureApp(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, next) => {
    knowReply(request, reply);
    void reply.header('x-request-id', request.id);
    next();
  });
  await fastify.register(helmet, {
    // Answers are data. A page that needs more (the explorer, the console) sets its own policy.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  await fastify.register(graphiqlRoute);
}
