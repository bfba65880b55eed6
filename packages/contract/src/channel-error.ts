import type { ErrorEntry } from './error-entry.ts'

/** What settings of mail and group robots refuse. */
export const CHANNEL_ERRORS = {
  'channel.incomplete': {
    status: 422,
    zh: '开启前须填写完整（{missing}），未保存。',
    en: 'To switch it on, fill in the rest ({missing}); nothing was saved.',
  },
  'channel.secret-again': {
    status: 422,
    zh: '服务地址有变化，请重新填写密钥或口令，未保存。',
    en: 'The address has changed: type the key or password again. Nothing was saved.',
  },
  'channel.off': {
    status: 409,
    zh: '该渠道尚未开启，没有发送。请先开启并保存。',
    en: 'This channel is not switched on; nothing was sent. Switch it on and save first.',
  },
  'channel.no-mail': {
    status: 422,
    zh: '您还没有填写邮箱，没有发送。请先在“通知”页填写。',
    en: 'You have given no mail address; nothing was sent. Give it on the notices page first.',
  },
  'channel.hours-empty': {
    status: 422,
    zh: '发送时段的结束须晚于开始，未保存。',
    en: 'Hours for sending must end after they begin; nothing was saved.',
  },
} as const satisfies Record<string, ErrorEntry>
