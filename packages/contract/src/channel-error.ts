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
  'channel.secret-lost': {
    status: 409,
    zh: '原来的密钥或口令已无法读取，请重新填写。渠道在此之前不发送。',
    en: 'The key or password kept can no longer be read: type it again. Until then the channel sends nothing.',
  },
  'channel.no-key': {
    status: 409,
    zh: '服务器没有密钥文件，无法保存密钥或口令，未保存。请运维人员设置 GUATU_KEY_FILE 后重新启动。',
    en: 'This server has no key file and cannot keep a key or password; nothing was saved. Whoever runs it has to set GUATU_KEY_FILE and start it again.',
  },
  'channel.host-not-allowed': {
    status: 422,
    zh: '该机器人只能使用 {hosts}（https），“{host}”不在允许之列，没有保存或发送。私有部署请运维人员把主机名加入 GUATU_ALLOW_HOSTS。',
    en: 'This robot is reached at {hosts} by https only; {host} is not allowed, and nothing was saved or sent. For a private installation, whoever runs the server adds its host to GUATU_ALLOW_HOSTS.',
  },
  'channel.address-inside': {
    status: 422,
    zh: '“{host}”指向内部网络，没有保存。确需使用内网邮件服务器的，请运维人员把主机名加入 GUATU_ALLOW_HOSTS。',
    en: '{host} leads into the internal network; nothing was saved. If the mail server does stand there, whoever runs this server adds its host to GUATU_ALLOW_HOSTS.',
  },
  'channel.tested-just-now': {
    status: 429,
    zh: '一分钟内已发过测试消息，没有再发。请先看下方发送记录。',
    en: 'A test was sent within the last minute; no other was sent. See the log below first.',
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
