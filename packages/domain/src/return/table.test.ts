import { expect, it } from 'vitest'
import {
  RETURN_ACTIONS,
  RETURN_SIDES,
  RETURN_STATES,
  type ReturnAction,
  type ReturnStateName,
} from './state.ts'
import { stepOf } from './table.ts'

const NOT = 'return.not-yours'
const WRONG = 'return.wrong-state'
const FROZEN = 'return.frozen'

/** Typed by hand: state, action, then what comes of it for each side in this order. */
const SIDES = ['own', 'above', 'other', 'office', 'reader', 'closing'] as const
const TABLE: readonly [ReturnStateName, ReturnAction, string, string, string, string, string, string][] = [
  //                        own          above        other office      reader closing
  ['open', 'save', 'open', NOT, NOT, 'open', NOT, NOT],
  ['open', 'submit', 'submitted', NOT, NOT, 'accepted', NOT, NOT],
  ['open', 'withdraw', WRONG, NOT, NOT, NOT, NOT, NOT],
  ['open', 'pass', NOT, WRONG, NOT, NOT, NOT, NOT],
  ['open', 'return', NOT, WRONG, NOT, WRONG, NOT, NOT],
  ['open', 'accept', NOT, NOT, NOT, WRONG, NOT, NOT],
  ['open', 'reopen', NOT, NOT, NOT, WRONG, NOT, NOT],
  ['open', 'freeze', NOT, NOT, NOT, NOT, NOT, 'frozen'],
  ['submitted', 'save', WRONG, NOT, NOT, WRONG, NOT, NOT],
  ['submitted', 'submit', WRONG, NOT, NOT, 'accepted', NOT, NOT],
  ['submitted', 'withdraw', 'open', NOT, NOT, NOT, NOT, NOT],
  ['submitted', 'pass', NOT, 'submitted', NOT, NOT, NOT, NOT],
  ['submitted', 'return', NOT, 'returned', NOT, 'returned', NOT, NOT],
  ['submitted', 'accept', NOT, NOT, NOT, 'accepted', NOT, NOT],
  ['submitted', 'reopen', NOT, NOT, NOT, WRONG, NOT, NOT],
  ['submitted', 'freeze', NOT, NOT, NOT, NOT, NOT, 'frozen'],
  ['returned', 'save', 'returned', NOT, NOT, 'returned', NOT, NOT],
  ['returned', 'submit', 'submitted', NOT, NOT, 'accepted', NOT, NOT],
  ['returned', 'withdraw', WRONG, NOT, NOT, NOT, NOT, NOT],
  ['returned', 'pass', NOT, WRONG, NOT, NOT, NOT, NOT],
  ['returned', 'return', NOT, WRONG, NOT, WRONG, NOT, NOT],
  ['returned', 'accept', NOT, NOT, NOT, WRONG, NOT, NOT],
  ['returned', 'reopen', NOT, NOT, NOT, WRONG, NOT, NOT],
  ['returned', 'freeze', NOT, NOT, NOT, NOT, NOT, 'frozen'],
  ['accepted', 'save', WRONG, NOT, NOT, WRONG, NOT, NOT],
  ['accepted', 'submit', WRONG, NOT, NOT, 'accepted', NOT, NOT],
  ['accepted', 'withdraw', WRONG, NOT, NOT, NOT, NOT, NOT],
  ['accepted', 'pass', NOT, WRONG, NOT, NOT, NOT, NOT],
  ['accepted', 'return', NOT, WRONG, NOT, WRONG, NOT, NOT],
  ['accepted', 'accept', NOT, NOT, NOT, WRONG, NOT, NOT],
  ['accepted', 'reopen', NOT, NOT, NOT, 'returned', NOT, NOT],
  ['accepted', 'freeze', NOT, NOT, NOT, NOT, NOT, 'frozen'],
  ['frozen', 'save', FROZEN, NOT, NOT, FROZEN, NOT, NOT],
  ['frozen', 'submit', FROZEN, NOT, NOT, FROZEN, NOT, NOT],
  ['frozen', 'withdraw', FROZEN, NOT, NOT, NOT, NOT, NOT],
  ['frozen', 'pass', NOT, FROZEN, NOT, NOT, NOT, NOT],
  ['frozen', 'return', NOT, FROZEN, NOT, FROZEN, NOT, NOT],
  ['frozen', 'accept', NOT, NOT, NOT, FROZEN, NOT, NOT],
  ['frozen', 'reopen', NOT, NOT, NOT, 'returned', NOT, NOT],
  ['frozen', 'freeze', NOT, NOT, NOT, NOT, NOT, 'frozen'],
]

it.each(TABLE)('%s, %s', (state, action, ...expected) => {
  expect(SIDES.map(side => stepOf(state, action, side))).toEqual(expected)
})

it('every state × action × side is in the table', () => {
  expect(SIDES).toEqual(RETURN_SIDES)
  const pairs = RETURN_STATES.flatMap(state => RETURN_ACTIONS.map(action => `${state} ${action}`))
  expect(TABLE.map(([state, action]) => `${state} ${action}`)).toEqual(pairs)
})
