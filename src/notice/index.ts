export { NoticeType } from './graphql/notice.types.js';
export { NoticeModule } from './notice.module.js';
export type { Notice } from './notice.js';
export { type NoticeRefusalCode, Notices, NOTICE_NOT_FOUND } from './notices.js';
export { NOTICED, VISIBLE_NOTICES } from './notice.statements.js';
