import type { Channel, GroupBot } from './kinds.ts'
import { byteLength, splitText } from './split.ts'

/** Plain text everywhere, or what the robot calls markdown. 飞书 has text only. */
export type MessageFormat = 'text' | 'markdown'

/** Bytes of UTF-8 of the content: 企业微信 2048 of text, 4096 of markdown. 钉钉 and 飞书 bound the whole message, 20 KB. */
const CONTENT_BYTES: Readonly<Record<GroupBot, Readonly<Record<MessageFormat, number>>>> = {
  wecom: { text: 2048, markdown: 4096 },
  dingtalk: { text: 20_000, markdown: 20_000 },
  feishu: { text: 20_000, markdown: 20_000 },
}
/** The frame of the message with title, timestamp and signature, and the mark of the part. */
const FRAME_BYTES: Readonly<Record<GroupBot, number>> = { wecom: 0, dingtalk: 600, feishu: 400 }
const MARK_BYTES = byteLength('（99/99）\n')
const TITLE_CHARACTERS = 60

export interface ChannelMessage {
  readonly title: string
  readonly body: string
  /** A whole address, or none. */
  readonly link?: string
}

/** A message of a channel, ready but for the signature. Mail is one; a robot's is cut to its limit. */
export function partsOf(channel: Channel, told: ChannelMessage, format: MessageFormat): ChannelMessage[] {
  const { title, body, link } = told
  if (channel === 'mail') return [told]
  const short = [...title].slice(0, TITLE_CHARACTERS).join('')
  const text = [title, body, link].filter(Boolean).join('\n')
  const content = format === 'markdown' && channel !== 'feishu' ? tame(text) : text
  const limit = CONTENT_BYTES[channel][format] - FRAME_BYTES[channel]
  const sizeOf = channel === 'wecom' ? byteLength : jsonBytes
  if (sizeOf(content) <= limit) return [{ title: short, body: content }]
  const parts = splitText(content, limit - MARK_BYTES, sizeOf)
  return parts.map((part, index) => ({ title: short, body: `（${index + 1}/${parts.length}）\n${part}` }))
}

/** Bytes that the text takes inside JSON: quotes and line ends take two. */
const jsonBytes = (text: string): number => byteLength(JSON.stringify(text)) - 2

/** What a reporter typed shall be read, not obeyed: no links, colours or headings of its own. */
function tame(text: string): string {
  const wide: Readonly<Record<string, string>> = {
    '[': '［',
    ']': '］',
    '<': '＜',
    '>': '＞',
    '`': '｀',
    '*': '＊',
    '#': '＃',
  }
  return text.replace(/[[\]<>`*#]/g, sign => wide[sign] ?? sign)
}

/** What is posted to the robot, before it is signed. */
export function botBody(channel: GroupBot, { title, body }: ChannelMessage, format: MessageFormat): object {
  if (channel === 'feishu') return { msg_type: 'text', content: { text: body } }
  if (format === 'text') return { msgtype: 'text', text: { content: body } }
  if (channel === 'wecom') return { msgtype: 'markdown', markdown: { content: body } }
  return { msgtype: 'markdown', markdown: { title, text: body } }
}
