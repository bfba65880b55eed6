import type { Day } from '@guatu/kernel'
import type { Curve } from '@guatu/scheme'
import type { MembershipFact } from '../facts/index.ts'
import type { AskedState, FieldShapes } from '../project/index.ts'
import { lookUp, type QuantitySource } from '../quantity/index.ts'
import { curveOf, type Program } from './program.ts'
import type { Input } from './result.ts'

/** What is known of one project on one list: each quantity is looked up once, for all lights and sums. */
export class Known implements QuantitySource {
  readonly #program: Program
  readonly #inputs: (Input | undefined)[]
  readonly state: AskedState
  readonly membership: MembershipFact
  readonly curve: Curve
  readonly shapes: FieldShapes
  readonly asOf: Day

  constructor(program: Program, state: AskedState, membership: MembershipFact) {
    this.#program = program
    this.#inputs = new Array<Input | undefined>(program.slots.length).fill(undefined)
    this.state = state
    this.membership = membership
    this.curve = curveOf(program, membership.list, membership.nature)
    this.shapes = program.shapes
    this.asOf = program.asOf
  }

  /** The quantity of that slot of the program. */
  input(slot: number): Input {
    const known = this.#inputs[slot]
    if (known) return known
    const quantity = this.#program.slots[slot]
    if (quantity === undefined) throw new Error(`no such slot: ${slot}`)
    const input = lookUp(quantity, this)
    this.#inputs[slot] = input
    return input
  }

  /** What nobody gave or reported adds nothing. */
  amount(slot: number): number {
    const { value } = this.input(slot)
    return typeof value === 'number' ? value : 0
  }
}
