import {
  type ChannelMessage,
  type ChannelSetting,
  type MessageFormat,
  partsOf,
  takesKind,
} from '@guatu/domain'
import type { NewDelivery, OutgoingNotice } from '@guatu/store'

/**
 * What a notice becomes in one channel: a letter to each who has an address, or one message to the group, in as many
 * parts as its limit asks. What is said of deliveries themselves stays in the product.
 */
export function deliveriesOf(
  notice: OutgoingNotice,
  setting: ChannelSetting,
  hasMail: (person: string) => boolean,
): NewDelivery[] {
  const { key, kind, persons, title, body, link } = notice
  const { channel, site } = setting
  if (kind === 'delivery' || !takesKind(setting, kind)) return []
  const told: ChannelMessage = {
    title: title.zh,
    body: body.zh,
    ...(site ? { link: `${site.replace(/\/+$/, '')}${link}` } : {}),
  }
  if (channel === 'mail')
    return persons
      .filter(hasMail)
      .map(person => ({ dedupeKey: `${key} ${person}`, channel, kind, person, told }))
  return partsFor(setting, told).map((part, index) => ({
    dedupeKey: index === 0 ? key : `${key} /${index + 1}`,
    channel,
    kind,
    person: null,
    told: part,
  }))
}

export const partsFor = (setting: ChannelSetting, told: ChannelMessage): ChannelMessage[] => {
  const format: MessageFormat = setting.channel === 'mail' ? 'text' : setting.format
  return partsOf(setting.channel, told, format)
}
