import type { FastifyReply, FastifyRequest } from 'fastify';

/** The answers under way. A part that sees only a request, as one that authenticates does, reaches its answer by this. */
const replies = new WeakMap<FastifyRequest, FastifyReply>();

/** To be called for every request as it comes in. */
export function knowReply(request: FastifyRequest, reply: FastifyReply): void {
  replies.set(request, reply);
}

/** Sets a header of the answer to a request, as long as it is not sent. */
export function setAnswerHeader(request: FastifyRequest, name: string, value: string): void {
  const reply = replies.get(request);
  if (reply?.sent === false) void reply.header(name, value);
}
