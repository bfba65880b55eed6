import type { GroupBot } from './kinds.ts'
import { THROTTLED_MS } from './limits.ts'
import type { Outcome } from './retry.ts'

/** Codes inside an HTTP 200 by which a robot says that too much was sent. */
const TOO_FAST: Readonly<Record<GroupBot, readonly number[]>> = {
  wecom: [45009],
  dingtalk: [130101, 410100],
  feishu: [9499, 11232],
}

/** Reads a robot's answer: 200 alone says nothing, the code in the body does. `answer` is the parsed body, if any. */
export function readAnswer(channel: GroupBot, status: number, answer: unknown): Outcome {
  if (status === 429) return { kind: 'failed', error: 'http 429', waitMs: THROTTLED_MS[channel] }
  if (status !== 200) return { kind: 'failed', error: `http ${status}` }
  const code = codeOf(answer)
  if (code === undefined) return { kind: 'failed', error: 'answer not understood' }
  if (code === 0) return { kind: 'sent' }
  const waitMs = TOO_FAST[channel].includes(code) ? THROTTLED_MS[channel] : undefined
  return {
    kind: 'failed',
    error: `code ${code}${saidOf(answer)}`,
    ...(waitMs === undefined ? {} : { waitMs }),
  }
}

/** 企业微信 and 钉钉 say `errcode`, 飞书 `code`, and older 飞书 `StatusCode`. */
function codeOf(answer: unknown): number | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const { errcode, code, StatusCode } = answer as Record<string, unknown>
  return [errcode, code, StatusCode].find(one => typeof one === 'number')
}

const MOST = 120

function saidOf(answer: unknown): string {
  const { errmsg, msg } = answer as Record<string, unknown>
  const said = [errmsg, msg].find(one => typeof one === 'string')
  return said ? `: ${[...said].slice(0, MOST).join('')}` : ''
}
