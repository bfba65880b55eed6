import type { MembershipFact } from '../facts/index.ts'
import type { AskedState } from '../project/index.ts'
import { lookUp } from '../quantity/index.ts'
import { type Program, sourceOf } from './program.ts'
import type { Input } from './result.ts'

/** What is known of one project on one list: each quantity is looked up once, for all lights and sums. */
export class Known {
  readonly #program: Program
  readonly #inputs: (Input | undefined)[]
  readonly state: AskedState
  readonly membership: MembershipFact

  constructor(program: Program, state: AskedState, membership: MembershipFact) {
    this.#program = program
    this.#inputs = []
    for (let slot = 0; slot < program.slots.length; slot++) this.#inputs.push(undefined)
    this.state = state
    this.membership = membership
  }

  /** The quantity of that slot of the program. */
  input(slot: number): Input {
    const known = this.#inputs[slot]
    if (known) return known
    const quantity = this.#program.slots[slot]
    if (quantity === undefined) throw new Error(`no such slot: ${slot}`)
    const input = lookUp(quantity, sourceOf(this.#program, this.state, this.membership))
    this.#inputs[slot] = input
    return input
  }

  /** What nobody gave or reported adds nothing. */
  amount(slot: number): number {
    const { value } = this.input(slot)
    return typeof value === 'number' ? value : 0
  }
}
