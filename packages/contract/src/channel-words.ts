import type { Channel, NoticeKind } from '@guatu/domain'

/** The domain's own lists, written again: the browser shall not load the domain for them. */
export const CHANNELS = ['mail', 'wecom', 'dingtalk', 'feishu'] as const satisfies readonly Channel[]
export const NOTICE_KINDS = [
  'reminder',
  'late',
  'late-superior',
  'returned',
  'accepted',
  'correction',
  'closing',
  'delivery',
] as const satisfies readonly NoticeKind[]
