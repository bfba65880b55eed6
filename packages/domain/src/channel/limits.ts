import type { Channel } from './kinds.ts'

/** So many messages in any window of that length. */
export interface RateRule {
  readonly count: number
  readonly windowMs: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** What the makers of the group robots allow; mail has no limit of its own here. */
export const RATE_RULES: Readonly<Record<Channel, readonly RateRule[]>> = {
  mail: [],
  wecom: [{ count: 20, windowMs: MINUTE }],
  dingtalk: [{ count: 20, windowMs: MINUTE }],
  feishu: [
    { count: 5, windowMs: SECOND },
    { count: 100, windowMs: MINUTE },
  ],
}

/** How long a channel is silent after it said that too much was sent. */
export const THROTTLED_MS: Readonly<Record<Channel, number>> = {
  mail: MINUTE,
  wecom: MINUTE,
  dingtalk: 10 * MINUTE,
  feishu: MINUTE,
}

/** The longest window of the channel: what was sent before it counts no more. */
export const longestWindow = (channel: Channel): number =>
  Math.max(0, ...RATE_RULES[channel].map(rule => rule.windowMs))

/**
 * The first moment at which one more message keeps all rules, `now` if that is free. Times in milliseconds since 1970;
 * `sent` in any order.
 */
export function freeAt(channel: Channel, sent: readonly number[], now: number): number {
  const newest = [...sent].sort((a, b) => b - a)
  const ends = RATE_RULES[channel].map(({ count, windowMs }) => {
    const oldestInside = newest[count - 1]
    return oldestInside === undefined ? now : oldestInside + windowMs
  })
  return Math.max(now, ...ends)
}
