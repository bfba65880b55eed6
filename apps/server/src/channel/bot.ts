import {
  type BotSetting,
  botBody,
  type ChannelMessage,
  type Outcome,
  readAnswer,
  redact,
  robotHost,
  secretsOf,
} from '@guatu/domain'
import { addressesOf, type Outside } from './address.ts'
import { postJson } from './post.ts'
import { dingtalkSign, feishuSign } from './sign.ts'

/** One message to a group robot; `now` in milliseconds is what it is signed with. Never throws. */
export async function sendBot(
  setting: BotSetting,
  told: ChannelMessage,
  outside: Outside,
  now: number,
  timeoutMs: number,
): Promise<Outcome> {
  const trust = robotHost(setting.channel, setting.base, outside.allowed)
  if (!trust) return { kind: 'failed', error: 'channel.host-not-allowed' }
  const url = new URL(addressOf(setting, now))
  const addresses = await addressesOf(outside, url.hostname.replace(/^\[|\]$/g, ''), trust, timeoutMs)
  if (!addresses.ok) return { kind: 'failed', error: addresses.error }
  try {
    const body = { ...botBody(setting.channel, told, setting.format), ...signed(setting, now) }
    const { status, text } = await postJson(url, body, addresses.value, timeoutMs)
    const outcome = readAnswer(setting.channel, status, jsonOf(text))
    if (outcome.kind === 'sent') return outcome
    return { ...outcome, error: redact(outcome.error, Object.values(secretsOf(setting))) }
  } catch (error) {
    return { kind: 'failed', error: unreached(error) }
  }
}

function addressOf({ channel, base, token, secret }: BotSetting, now: number): string {
  const host = base.replace(/\/+$/, '')
  const key = encodeURIComponent(token)
  if (channel === 'wecom') return `${host}/cgi-bin/webhook/send?key=${key}`
  if (channel === 'feishu') return `${host}/open-apis/bot/v2/hook/${key}`
  const plain = `${host}/robot/send?access_token=${key}`
  return secret ? `${plain}&timestamp=${now}&sign=${encodeURIComponent(dingtalkSign(now, secret))}` : plain
}

function signed({ channel, secret }: BotSetting, now: number): object {
  if (channel !== 'feishu' || !secret) return {}
  const timestamp = Math.floor(now / 1000)
  return { timestamp: String(timestamp), sign: feishuSign(timestamp, secret) }
}

/** The code alone: the message of a failed call can hold the address, and with it the key. */
function unreached(error: unknown): string {
  const { name, code } = error as { name?: unknown; code?: unknown }
  if (name === 'AbortError') return 'timeout'
  return typeof code === 'string' ? `not reached: ${code}` : 'not reached'
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
