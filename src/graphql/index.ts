export type { Allowance, AnswerExtensions } from './answer-extensions.js';
export { setAnswerHeader } from './answer-header.js';
export {
  connectionOf,
  PageInfo,
  toConnection,
  type Connection,
  type Edge,
  type PageEnd,
} from './connection.js';
export { describedEnum } from './described-enum.js';
export type { ErrorMapper } from './describe-error.js';
export { configureApp, createFastifyAdapter } from './fastify-adapter.js';
export { GRAPHIQL_PATH } from './graphiql.route.js';
export { InvalidInputError, RequestRefusal, type FieldFault } from './graphql-error.js';
export { GraphqlModule } from './graphql.module.js';
export { GRAPHQL_PATH } from './graphql.route.js';
export { isExactTime, isUuid, notACursor } from './list-place.js';
export { PageArgs, pageRequestOf } from './page.args.js';
export { RequestContext } from './request-context.js';
export { RequestMeter } from './request-meter.js';
export { SealedCursors } from './sealed-cursors.js';
export { CountryScalar } from './scalars/country.scalar.js';
export { CursorScalar } from './scalars/cursor.scalar.js';
export { DateScalar } from './scalars/date.scalar.js';
export { DateTimeScalar } from './scalars/date-time.scalar.js';
export { SequenceNumberScalar } from './scalars/sequence-number.scalar.js';
export { exactTimeCursor, exactTimePlace, timeCursor, timePlace, type TimePlace } from './time-cursor.js';
export { UserError, toUserErrors, type UserErrorShape } from './user-error.js';
export { USER_ERROR_CODES, UserErrorCodeEnum, type UserErrorCode } from './user-error-code.js';
export { CheckedByService } from './validation.pipe.js';
