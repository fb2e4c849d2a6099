import 'reflect-metadata';
import { ACCESS_METADATA, type AccessRule } from './requires.decorator.js';

/** The permission that a method names, or PUBLIC by the method or its class, or undefined where neither says. */
export function ruleOf(handler: object, owner: object): AccessRule | undefined {
  return (Reflect.getMetadata(ACCESS_METADATA, handler) ?? Reflect.getMetadata(ACCESS_METADATA, owner)) as
    AccessRule | undefined;
}
