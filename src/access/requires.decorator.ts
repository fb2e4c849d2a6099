import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permissions.js';

/** The key under which an operation's permission, or PUBLIC, is kept. */
export const ACCESS_METADATA = 'cordon:access';

/** The mark of a plain HTTP route that answers anyone. */
export const PUBLIC = 'PUBLIC';

export type AccessRule = Permission | typeof PUBLIC;

/** Names the permission that an operation, or a plain HTTP route, needs. Every one has exactly one. */
export function Requires(permission: Permission): MethodDecorator {
  return SetMetadata(ACCESS_METADATA, permission);
}

/**
 * Opens a plain HTTP route to anyone: health, the token endpoint, the public keys. It has no effect on GraphQL
 * operations, none of which is open.
 */
export function PublicRoute(): MethodDecorator & ClassDecorator {
  return SetMetadata(ACCESS_METADATA, PUBLIC);
}
