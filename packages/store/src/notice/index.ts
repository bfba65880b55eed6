export { enqueueNotices, NOTICE_TOPIC, type OutgoingNotice } from './enqueue.ts'
export { visibleLists } from './lists.ts'
export * from './notice.ts'
export * from './reach.ts'
