import type { ReturnAction, ReturnSide, ReturnStateName } from './state.ts'

/** The next state, or why not. */
export type ReturnStep = ReturnStateName | ReturnRefusal
export type ReturnRefusal = 'return.not-yours' | 'return.wrong-state' | 'return.frozen'

/** Who may do a thing at all; what an action leads to from each state is in `STEPS`. */
const MAY: Readonly<Record<ReturnAction, readonly ReturnSide[]>> = {
  save: ['own', 'office'],
  submit: ['own', 'office'],
  withdraw: ['own'],
  pass: ['above'],
  return: ['above', 'office'],
  accept: ['office'],
  reopen: ['office'],
  freeze: ['closing'],
}

const STEPS: Readonly<Record<ReturnAction, Readonly<Partial<Record<ReturnStateName, ReturnStateName>>>>> = {
  save: { open: 'open', returned: 'returned' },
  submit: { open: 'submitted', returned: 'submitted' },
  withdraw: { submitted: 'open' },
  pass: { submitted: 'submitted' },
  return: { submitted: 'returned' },
  accept: { submitted: 'accepted' },
  // Out of a frozen one only while the period is unlocked: `moveReturn` looks.
  reopen: { accepted: 'returned', frozen: 'returned' },
  freeze: { open: 'frozen', submitted: 'frozen', returned: 'frozen', accepted: 'frozen', frozen: 'frozen' },
}

/** What the office itself enters (代报) needs nobody's acceptance, and may better what is there already. */
const OFFICE_SUBMITS: Readonly<Partial<Record<ReturnStateName, ReturnStateName>>> = {
  open: 'accepted',
  submitted: 'accepted',
  returned: 'accepted',
  accepted: 'accepted',
}

export function stepOf(state: ReturnStateName, action: ReturnAction, side: ReturnSide): ReturnStep {
  if (!MAY[action].includes(side)) return 'return.not-yours'
  const steps = action === 'submit' && side === 'office' ? OFFICE_SUBMITS : STEPS[action]
  return steps[state] ?? (state === 'frozen' ? 'return.frozen' : 'return.wrong-state')
}
