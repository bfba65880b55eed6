import { routes } from '@guatu/contract'
import { beforeAll, expect, test } from 'vitest'
import { PERIOD, type PeriodWorld, periodWorld, type Who } from '../testing/period-world.ts'

const STATES = ['open', 'submitted', 'returned', 'accepted', 'frozen'] as const
const ACTIONS = ['submit', 'withdraw', 'pass', 'return', 'accept', 'reopen'] as const
const SIDES = [
  'own',
  'above',
  'other',
  'office',
  'leader',
  'inspector',
  'administrator',
] as const satisfies Who[]
const [NOT, WRONG, GONE] = ['return.not-yours', 'return.wrong-state', 'request.not-found']
const [CLOSED, ROLE] = ['period.closed', 'role.not-allowed']

/** Typed by hand: what the server answers to each, in the order of `SIDES`; the last three only read. */
const TABLE: readonly [(typeof STATES)[number], (typeof ACTIONS)[number], ...string[]][] = [
  //                        own          above        other office
  ['open', 'submit', 'submitted', NOT, GONE, 'accepted'],
  ['open', 'withdraw', WRONG, NOT, GONE, NOT],
  ['open', 'pass', NOT, WRONG, GONE, NOT],
  ['open', 'return', NOT, WRONG, GONE, WRONG],
  ['open', 'accept', NOT, NOT, GONE, WRONG],
  ['open', 'reopen', NOT, NOT, GONE, WRONG],
  ['submitted', 'submit', WRONG, NOT, GONE, 'accepted'],
  ['submitted', 'withdraw', 'open', NOT, GONE, NOT],
  ['submitted', 'pass', NOT, 'submitted', GONE, NOT],
  ['submitted', 'return', NOT, 'returned', GONE, 'returned'],
  ['submitted', 'accept', NOT, NOT, GONE, 'accepted'],
  ['submitted', 'reopen', NOT, NOT, GONE, WRONG],
  ['returned', 'submit', 'submitted', NOT, GONE, 'accepted'],
  ['returned', 'withdraw', WRONG, NOT, GONE, NOT],
  ['returned', 'pass', NOT, WRONG, GONE, NOT],
  ['returned', 'return', NOT, WRONG, GONE, WRONG],
  ['returned', 'accept', NOT, NOT, GONE, WRONG],
  ['returned', 'reopen', NOT, NOT, GONE, WRONG],
  ['accepted', 'submit', WRONG, NOT, GONE, 'accepted'],
  ['accepted', 'withdraw', WRONG, NOT, GONE, NOT],
  ['accepted', 'pass', NOT, WRONG, GONE, NOT],
  ['accepted', 'return', NOT, WRONG, GONE, WRONG],
  ['accepted', 'accept', NOT, NOT, GONE, WRONG],
  ['accepted', 'reopen', NOT, NOT, GONE, 'returned'],
  // Frozen and not closed: the period is unlocked.
  ['frozen', 'submit', CLOSED, NOT, GONE, CLOSED],
  ['frozen', 'withdraw', CLOSED, NOT, GONE, NOT],
  ['frozen', 'pass', NOT, CLOSED, GONE, NOT],
  ['frozen', 'return', NOT, CLOSED, GONE, CLOSED],
  ['frozen', 'accept', NOT, NOT, GONE, CLOSED],
  ['frozen', 'reopen', NOT, NOT, GONE, 'returned'],
]

let world: PeriodWorld
beforeAll(async () => {
  world = await periodWorld()
})

const ROWS = ['a', 'b'].map(project => ({ project, figures: { progress: '推进中' } }))
let keys = 0
async function ask(who: Who, action: (typeof ACTIONS)[number]): Promise<string> {
  const params = { unit: 'station', period: PERIOD }
  const common = { seen: Number.MAX_SAFE_INTEGER, key: `flow-key-${++keys}` }
  const answer =
    action === 'submit'
      ? await world.clients[who].call(routes.submitReturn, {
          params,
          body: { rows: ROWS, passed: [], ...common },
        })
      : await world.clients[who].call(routes.moveReturn, {
          params,
          body: { action, reasons: [{ text: '与发票不符' }], ...common },
        })
  return answer.status === 200 ? answer.body.state : answer.error.code
}

test.each(TABLE)('%s, %s', async (state, action, ...expected) => {
  const answers: string[] = []
  for (const who of SIDES) {
    await world.stand(state, {
      at: { submitted: 'housing', returned: 'station', open: 'station' }[state as string],
    })
    answers.push(await ask(who, action))
  }
  expect(answers).toEqual([...expected, ROLE, ROLE, ROLE])
})

test('every state × action is in the table', () => {
  const pairs = STATES.flatMap(state => ACTIONS.map(action => `${state} ${action}`))
  expect(TABLE.map(([state, action]) => `${state} ${action}`)).toEqual(pairs)
})

test('one month: sent, sent back with reasons, mended, passed up, accepted; each step shows to all who may see it', async () => {
  const { own, above, office } = world.clients
  await world.stand('open', { at: 'station' })
  const listed = async (client: (typeof world.clients)[Who]) => {
    const { returns } = await client.get(routes.listReturns)
    const one = returns.find(found => found.unit === 'station' && found.period === PERIOD)
    return [one?.state, one?.at, one?.may]
  }
  expect(await ask('own', 'submit')).toBe('submitted')
  expect(await listed(own)).toEqual(['submitted', 'housing', ['withdraw']])
  expect(await listed(above)).toEqual(['submitted', 'housing', ['pass', 'return']])
  expect(await listed(office)).toEqual(['submitted', 'housing', ['submit', 'return', 'accept']])
  expect(await ask('above', 'return')).toBe('returned')
  expect(await listed(own)).toEqual(['returned', 'station', ['submit']])
  expect(await ask('own', 'submit')).toBe('submitted')
  expect(await ask('above', 'pass')).toBe('submitted')
  expect(await ask('above', 'pass')).toBe(WRONG)
  expect(await ask('own', 'withdraw')).toBe(WRONG)
  expect(await ask('office', 'accept')).toBe('accepted')
  const sheet = await own.get(routes.getReturn, { params: { unit: 'station', period: PERIOD } })
  expect(sheet.moves.slice(-5).map(one => [one.action, one.by, one.byUnit, one.reasons.length])).toEqual([
    ['submit', '人员own', 'station局', 0],
    ['return', '人员above', 'housing局', 1],
    ['submit', '人员own', 'station局', 0],
    ['pass', '人员above', 'housing局', 0],
    ['accept', '人员office', 'office局', 0],
  ])
})
