import { type Channel, MOST_ATTEMPTS, type NewNotice, sendErrorIn } from '@guatu/domain'
import type { Claimed } from '@guatu/store'

const NAMES: Readonly<Record<Channel, { readonly zh: string; readonly en: string }>> = {
  mail: { zh: '邮件', en: 'Mail' },
  wecom: { zh: '企业微信', en: 'WeCom' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  feishu: { zh: '飞书', en: 'Feishu' },
}

/** To a dispatcher, once a day and channel: a server that is down would fill the list otherwise. */
export function givenUpNotice(
  person: string,
  { channel, told }: Claimed,
  error: string,
  day: string,
): NewNotice {
  const { zh, en } = NAMES[channel]
  return {
    key: `given-up ${channel} ${day}`,
    kind: 'delivery',
    toPerson: person,
    title: { zh: `${zh}消息未能送达`, en: `${en}: a message was not delivered` },
    body: {
      zh: `“${told.title}”已试 ${MOST_ATTEMPTS} 次，不再发送（${sendErrorIn('zh', error)}）。请检查渠道设置；当天同一渠道的其他失败见发送记录。`,
      en: `“${told.title}” was tried ${MOST_ATTEMPTS} times and is given up (${sendErrorIn('en', error)}). Check the channel's settings; further failures of the day stand in the log.`,
    },
    link: '/channels',
  }
}
