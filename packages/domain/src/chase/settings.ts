/**
 * When who is told of a return that is due (催报规则). No plan gives these days: they are ours, and a jurisdiction may
 * set its own. All are working days.
 */
export interface ChaseSettings {
  /** Before the due day; 0 is the due day itself, or the working day before it. */
  readonly before: readonly number[]
  /** After it, to the unit itself. The first of them comes before anyone above is told. */
  readonly after: readonly number[]
  /** Grace of each level, from the first word after the due day; absent: that level is not told. */
  readonly grace: Readonly<Partial<Record<ChaseSuperior, number>>>
}

/** Above the owner: 单位负责人, 上级单位, 调度室. */
export const CHASE_SUPERIORS = ['head', 'above', 'office'] as const
export type ChaseSuperior = (typeof CHASE_SUPERIORS)[number]
export type ChaseLevel = 'owner' | ChaseSuperior

export const CHASE_DEFAULTS: ChaseSettings = {
  before: [3, 1, 0],
  after: [1, 3, 5],
  grace: { head: 1, above: 2, office: 4 },
}

/** Text of the setting: `3,1,0/1,3,5/head=1,above=2,office=4`. Undefined where it says no such thing. */
export function readChase(text: string): ChaseSettings | undefined {
  const [before = '', after = '', grace = '', ...more] = text.split('/')
  const days = [numbers(before, 0), numbers(after, 1)] as const
  const levels = grace === '' ? [] : grace.split(',').map(one => one.split('='))
  const known = levels.every(
    ([level = '', wait = '', ...rest]) => isSuperior(level) && isDays(wait, 1) && rest.length === 0,
  )
  if (more.length > 0 || !days[0] || !days[1] || days[1].length === 0 || !known) return undefined
  return {
    before: days[0],
    after: days[1],
    grace: Object.fromEntries(levels.map(([level = '', wait]) => [level, Number(wait)])),
  }
}

const isSuperior = (text: string) => (CHASE_SUPERIORS as readonly string[]).includes(text)
const isDays = (text: string, least: number) => /^\d{1,2}$/.test(text) && Number(text) >= least

function numbers(text: string, least: number): number[] | undefined {
  const parts = text === '' ? [] : text.split(',')
  return parts.every(part => isDays(part, least)) ? [...new Set(parts.map(Number))] : undefined
}
