import { Injectable, type OnApplicationBootstrap, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import { isPermission } from './permissions.js';
import { type AccessRule, PUBLIC } from './requires.decorator.js';
import { ruleOf } from './rule-of.js';

/** One way into the application, and what it needs. */
export interface Operation {
  /** Query, Mutation, Subscription, or the method of a plain HTTP route. */
  readonly kind: string;
  /** The field of the root type, or the path of the route. */
  readonly name: string;
  readonly rule: AccessRule | undefined;
  /** Class and method, e.g. `ReportResolver.submitReport`. */
  readonly handler: string;
}

const ROOT_TYPES = ['Query', 'Mutation', 'Subscription'];

/** Knows every operation with its permission, and keeps the application from starting where one names none. */
@Injectable()
export class OperationRegistry implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    this.assertEveryOperationNamesItsPermission();
  }

  /** Every GraphQL operation and plain HTTP route, by kind and name. */
  listOperations(): readonly Operation[] {
    const operations = [
      ...this.discovery
        .getProviders()
        .flatMap(({ instance }) => this.operationsOf(instance, graphqlOperation)),
      ...this.discovery.getControllers().flatMap(({ instance }) => this.operationsOf(instance, httpRoute)),
    ];
    return operations.sort((a, b) => `${a.kind} ${a.name}`.localeCompare(`${b.kind} ${b.name}`, 'en'));
  }

  /** Throws an error that lists the operations without a rule; GraphQL operations may not be public. */
  assertEveryOperationNamesItsPermission(): void {
    const faults = this.listOperations()
      .filter(({ kind, rule }) =>
        rule === PUBLIC ? ROOT_TYPES.includes(kind) : rule === undefined || !isPermission(rule),
      )
      .map(({ kind, name, handler }) => `${kind} ${name} (${handler})`);
    if (faults.length === 0) return;
    throw new Error(
      `These operations name no permission: ${faults.join(', ')}. Put @Requires('...') with a permission of ` +
        'access/permissions.ts on the method; a plain HTTP route that answers anyone takes @PublicRoute().',
    );
  }

  private operationsOf(
    instance: unknown,
    describe: (method: Handler, owner: Type) => Pick<Operation, 'kind' | 'name'> | undefined,
  ): Operation[] {
    if (typeof instance !== 'object' || instance === null) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
    if (prototype === null) return [];
    const owner = instance.constructor as Type;
    return this.scanner.getAllMethodNames(prototype).flatMap((methodName) => {
      const method = prototype[methodName] as Handler;
      const operation = describe(method, owner);
      if (operation === undefined) return [];
      return [{ ...operation, rule: ruleOf(method, owner), handler: `${owner.name}.${methodName}` }];
    });
  }
}

type Handler = (...args: never[]) => unknown;

function graphqlOperation(method: Handler): Pick<Operation, 'kind' | 'name'> | undefined {
  const kind = Reflect.getMetadata(RESOLVER_TYPE_METADATA, method) as string | undefined;
  if (kind === undefined || !ROOT_TYPES.includes(kind)) return undefined;
  const name = Reflect.getMetadata(RESOLVER_NAME_METADATA, method) as string | undefined;
  return { kind, name: name ?? method.name };
}

function httpRoute(method: Handler, owner: Type): Pick<Operation, 'kind' | 'name'> | undefined {
  const httpMethod = Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod | undefined;
  if (httpMethod === undefined) return undefined;
  const paths = [
    Reflect.getMetadata(PATH_METADATA, owner),
    Reflect.getMetadata(PATH_METADATA, method),
  ] as unknown[];
  const segments = paths.flat().map(String).join('/').split('/');
  return {
    kind: RequestMethod[httpMethod],
    name: `/${segments.filter((segment) => segment !== '').join('/')}`,
  };
}
