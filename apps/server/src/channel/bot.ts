import {
  type BotSetting,
  botBody,
  type ChannelMessage,
  type Outcome,
  readAnswer,
  redact,
  secretsOf,
} from '@guatu/domain'
import { dingtalkSign, feishuSign } from './sign.ts'

/** One message to a group robot; `now` in milliseconds is what it is signed with. Never throws. */
export async function sendBot(
  setting: BotSetting,
  told: ChannelMessage,
  now: number,
  timeoutMs: number,
): Promise<Outcome> {
  try {
    const answer = await fetch(addressOf(setting, now), {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...botBody(setting.channel, told, setting.format), ...signed(setting, now) }),
      // A robot answers itself; what points elsewhere would carry the message there.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const outcome = readAnswer(setting.channel, answer.status, jsonOf(await answer.text()))
    if (outcome.kind === 'sent') return outcome
    return { ...outcome, error: redact(outcome.error, secretsOf(setting)) }
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
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout'
  const code = (error as { cause?: { code?: unknown } }).cause?.code
  return typeof code === 'string' ? `not reached: ${code}` : 'not reached'
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
