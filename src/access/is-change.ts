import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { RESOLVER_TYPE_METADATA } from '@nestjs/graphql';

/** Whether a handler changes anything: a mutation, or a plain HTTP route of another method than GET. */
export function isChange(handler: object): boolean {
  if (Reflect.getMetadata(RESOLVER_TYPE_METADATA, handler) === 'Mutation') return true;
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  return method !== undefined && method !== RequestMethod.GET;
}
