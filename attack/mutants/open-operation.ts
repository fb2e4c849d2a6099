import { ModulesContainer } from '@nestjs/core';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import type { TestApp } from '../../test/support/app.js';

/** Where an operation names its permission, and the permission of everybody who is signed in. */
const ACCESS_METADATA = 'cordon:access';
const OPEN_TO_SIGNED_IN = 'viewer:read';

/** An operation's method, with the permission that it names. */
export interface GuardedOperation {
  readonly name: string;
  readonly permission: string;
  readonly handler: object;
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** Every operation of the service that asks for more than to be signed in. */
export function guardedOperations({ nest }: TestApp): readonly GuardedOperation[] {
  const found = new Map<string, GuardedOperation>();
  for (const module of nest.get(ModulesContainer).values())
    for (const { instance } of module.providers.values()) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const operation of operationsOf(instance)) found.set(operation.name, operation);
    }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Lets every signed-in caller run an operation. Gives the way to close it again. */
export function openOperation({ handler, permission }: GuardedOperation): () => void {
  Reflect.defineMetadata(ACCESS_METADATA, OPEN_TO_SIGNED_IN, handler);
  return () => {
    Reflect.defineMetadata(ACCESS_METADATA, permission, handler);
  };
}

function operationsOf(instance: object): GuardedOperation[] {
  const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
  if (prototype === null) return [];
  return Object.getOwnPropertyNames(prototype).flatMap((method) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, method)?.value as unknown;
    if (typeof handler !== 'function') return [];
    const kind = Reflect.getMetadata(RESOLVER_TYPE_METADATA, handler) as string | undefined;
    const permission = Reflect.getMetadata(ACCESS_METADATA, handler) as string | undefined;
    if (kind === undefined || !ROOTS.has(kind) || permission === undefined) return [];
    const name = (Reflect.getMetadata(RESOLVER_NAME_METADATA, handler) as string | undefined) ?? method;
    return permission === OPEN_TO_SIGNED_IN ? [] : [{ name, permission, handler }];
  });
}
