export { enqueueNotices, NOTICE_TOPIC, type OutgoingNotice } from './enqueue.ts'
export * from './forget.ts'
export * from './notice.ts'
export * from './reach.ts'
