export { ActionModule } from './action.module.js';
export type { Action, ActionContent, ActionVersion } from './action.js';
export { Actions } from './actions.js';
export { ActionType } from './graphql/action.types.js';
export { toAction } from './graphql/to-action.js';
