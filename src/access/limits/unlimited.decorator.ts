import { SetMetadata } from '@nestjs/common';

/** The key under which a route is marked as one that nobody is charged for. */
export const UNLIMITED = 'cordon:unlimited';

/** Marks a public route as charged to nobody: health, which must answer whatever else happens. */
export function Unlimited(): MethodDecorator & ClassDecorator {
  return SetMetadata(UNLIMITED, true);
}
