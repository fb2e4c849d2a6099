import { type DynamicModule, Inject, Module, type OnModuleInit, Optional } from '@nestjs/common';
import { APP_FILTER, APP_PIPE, HttpAdapterHost } from '@nestjs/core';
import { GraphQLModule as NestGraphqlModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyInstance } from 'fastify';
import type { ErrorMapper } from './describe-error.js';
import { withDefaults } from './default-variables.js';
import { ERROR_MAPPERS, ErrorFilter } from './error.filter.js';
import { graphqlRoute } from './graphql.route.js';
import { DOCUMENTS_MAX } from './limits/document-gate.js';
import { costRule } from './limits/estimate-cost.js';
import { operationTypeRule } from './limits/operation-type.rule.js';
import { priceOf } from './limits/price-operation.js';
import type { RequestContext } from './request-context.js';
import { RequestMeter } from './request-meter.js';
import { DateTimeScalar } from './scalars/date-time.scalar.js';
import { InputValidationPipe } from './validation.pipe.js';

/** The most errors that the answer to one wrong document lists. */
const VALIDATION_ERRORS_MAX = 20;

export interface GraphqlModuleOptions {
  /** Recognise errors of other sources, a database driver's say; tried in order. */
  readonly errorMappers?: readonly ErrorMapper[];
}

/** GraphQL at /graphql: the schema from every resolver of the application, its limits, its error format. */
@Module({})
export class GraphqlModule implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    @Inject(ERROR_MAPPERS) private readonly errorMappers: readonly ErrorMapper[],
    // Absent in applications that charge nothing, as small ones of tests.
    @Optional() private readonly meter?: RequestMeter,
  ) {}

  static forRoot({ errorMappers = [] }: GraphqlModuleOptions = {}): DynamicModule {
    return {
      module: GraphqlModule,
      imports: [NestGraphqlModule.forRoot<MercuriusDriverConfig>(driverConfig())],
      providers: [
        { provide: ERROR_MAPPERS, useValue: errorMappers },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_PIPE, useClass: InputValidationPipe },
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    // Command line tools make the application without a server; typings do not know of that.
    const adapter = this.adapterHost.httpAdapter as HttpAdapterHost['httpAdapter'] | null | undefined;
    if (adapter == null) return;
    await adapter.getInstance<FastifyInstance>().register(graphqlRoute(this.errorMappers, this.meter));
  }
}

function driverConfig(): MercuriusDriverConfig & { driver: typeof MercuriusDriver } {
  return {
    driver: MercuriusDriver,
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: {
      scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
      numberScalarMode: 'integer',
    },
    routes: false,
    cache: DOCUMENTS_MAX,
    jit: 1,
    validationRules: [operationTypeRule, costRule()],
    hooks: {
      preExecution: async (schema, document, context) => {
        const request = context as unknown as RequestContext;
        const variables = withDefaults(request.variables, document, request.operationName);
        const cost = priceOf(schema, document, request.operationName, variables);
        request.isPriced = true;
        await request.meter?.charge(request, cost);
        return { variables };
      },
    },
    graphql: { validateOptions: { maxErrors: VALIDATION_ERRORS_MAX } },
    // The route formats errors, those thrown and those returned alike.
    errorFormatter: (execution) => ({ statusCode: 200, response: execution }),
  };
}
