import { must, type Rate } from '@guatu/kernel'
import type { UnitFact } from '../facts/index.ts'
import { CodeColumn, grown } from './column.ts'
import type { ProjectLine } from './rows.ts'
import {
  dimensionColours,
  FACETS,
  type FacetName,
  facetValues,
  inRange,
  isStartedLine,
  type LineSums,
  type ProjectSearch,
  RANGES,
  type Range,
  type RangeName,
  rangeFigure,
  textOf,
  wordsOf,
} from './search.ts'
import { Texts } from './words.ts'

const MONEY = ['annualPlan', 'planToDate', 'invested', 'totalInvest'] as const

/** Lines in columns: each has a slot that stays its own until it is taken out. */
export class LineTable {
  readonly #slotOf = new Map<string, number>()
  readonly #free: number[] = []
  readonly #parents: ReadonlyMap<string, string | undefined>
  readonly #unitNames: Map<string, string>
  #lines: (ProjectLine | undefined)[] = []
  #capacity: number
  #alive: Uint8Array
  #started: Uint8Array
  #silent: Uint8Array
  readonly #money: Record<(typeof MONEY)[number], Float64Array>
  readonly #ranges: Record<RangeName, Float64Array>
  readonly #texts: Texts
  readonly facets: Readonly<Record<FacetName, CodeColumn>>
  /** By dimension; one that no line has had yet has no column. */
  readonly lights = new Map<string, CodeColumn>()

  constructor(lines: Iterable<ProjectLine>, units: readonly UnitFact[]) {
    this.#parents = new Map(units.map(unit => [unit.id, unit.parent]))
    this.#unitNames = new Map(units.map(unit => [unit.id, unit.name]))
    const all = [...lines]
    const capacity = Math.ceil(all.length * 1.1) + 16
    this.#capacity = capacity
    this.#alive = new Uint8Array(capacity)
    this.#started = new Uint8Array(capacity)
    this.#silent = new Uint8Array(capacity)
    this.#texts = new Texts(capacity)
    const numbers = () => new Float64Array(capacity)
    this.#money = {
      annualPlan: numbers(),
      planToDate: numbers(),
      invested: numbers(),
      totalInvest: numbers(),
    }
    this.#ranges = { 'total-invest': numbers(), 'annual-plan': numbers(), completion: numbers() }
    this.facets = Object.fromEntries(FACETS.map(name => [name, new CodeColumn(capacity)])) as Record<
      FacetName,
      CodeColumn
    >
    for (const line of all) this.put(line.id, line)
  }

  get size(): number {
    return this.#slotOf.size
  }

  /** Slots ever used; those taken out are not alive. */
  get used(): number {
    return this.#lines.length
  }

  readonly line = (slot: number): ProjectLine => must(this.#lines[slot], 'line of a slot')

  slotOf(id: string): number | undefined {
    return this.#slotOf.get(id)
  }

  slots(): Uint32Array {
    return Uint32Array.from(this.#slotOf.values())
  }

  /** What a value of a facet is called where it is not its own name. */
  unitName(id: string): string | undefined {
    return this.#unitNames.get(id)
  }

  /** Puts the line under its id, or takes out what is there; gives its slot. */
  put(id: string, line: ProjectLine | undefined): number | undefined {
    const held = this.#slotOf.get(id)
    if (!line) {
      if (held !== undefined) this.#takeOut(id, held)
      return undefined
    }
    const slot = held ?? this.#free.pop() ?? this.#lines.length
    if (slot >= this.#capacity) this.#grow()
    this.#slotOf.set(id, slot)
    this.#lines[slot] = line
    this.#write(slot, line)
    return slot
  }

  #takeOut(id: string, slot: number): void {
    this.#slotOf.delete(id)
    this.#free.push(slot)
    this.#lines[slot] = undefined
    this.#texts.set(slot, '')
    this.#alive[slot] = 0
  }

  #write(slot: number, line: ProjectLine): void {
    this.#alive[slot] = 1
    this.#started[slot] = isStartedLine(line) ? 1 : 0
    this.#silent[slot] = line.silent ? 1 : 0
    for (const name of MONEY) this.#money[name][slot] = line[name] ?? 0
    for (const name of RANGES) {
      const figure = rangeFigure[name](line)
      this.#ranges[name][slot] = figure ? figure.n / figure.d : Number.NaN
    }
    const above = (unit: string) => this.#withAbove(unit)
    for (const name of FACETS) this.facets[name].set(slot, facetValues[name](line, above))
    if (line.leadUnit !== null && !this.#unitNames.has(line.leadUnit))
      this.#unitNames.set(line.leadUnit, line.leadUnitName)
    if (line.townUnit && !this.#unitNames.has(line.townUnit))
      this.#unitNames.set(line.townUnit, line.townUnitName)
    this.#writeLights(slot, line)
    this.#texts.set(slot, textOf(line))
  }

  #writeLights(slot: number, line: ProjectLine): void {
    const colours = dimensionColours(line)
    for (const dimension of colours.keys())
      if (!this.lights.has(dimension)) this.lights.set(dimension, new CodeColumn(this.#capacity))
    for (const [dimension, column] of this.lights) column.set(slot, colours.get(dimension) ?? [])
  }

  #withAbove(unit: string): string[] {
    const chain = [unit]
    for (
      let up = this.#parents.get(unit);
      up !== undefined && !chain.includes(up);
      up = this.#parents.get(up)
    )
      chain.push(up)
    return chain
  }

  #grow(): void {
    const capacity = Math.ceil(this.#capacity * 1.5) + 16
    this.#capacity = capacity
    const bytes = (from: Uint8Array) => grown(from, new Uint8Array(capacity))
    const numbers = (from: Float64Array) => grown(from, new Float64Array(capacity))
    this.#alive = bytes(this.#alive)
    this.#started = bytes(this.#started)
    this.#silent = bytes(this.#silent)
    for (const name of MONEY) this.#money[name] = numbers(this.#money[name])
    for (const name of RANGES) this.#ranges[name] = numbers(this.#ranges[name])
    for (const column of [...Object.values(this.facets), ...this.lights.values()]) column.grow(capacity)
    this.#texts.grow(capacity)
  }

  /** 1 for each slot that passes; sums run over those. */
  found(search: ProjectSearch): { readonly mask: Uint8Array; readonly sums: LineSums } {
    const mask = this.passes(search)
    for (const { column, wanted } of this.chosen(search)) {
      const allowed = column.allowed(wanted)
      const { codes } = column
      for (let slot = 0; slot < this.used; slot += 1)
        mask[slot] = (mask[slot] ?? 0) & (allowed[codes[slot] ?? 0] ?? 0)
    }
    return { mask, sums: this.#sums(mask) }
  }

  /** The filters that are chosen from values, each with its column. */
  chosen(search: ProjectSearch): { readonly column: CodeColumn; readonly wanted: readonly string[] }[] {
    const facets = FACETS.flatMap(name => {
      const wanted = search.chosen?.[name]
      return wanted ? [{ column: this.facets[name], wanted }] : []
    })
    const none = new CodeColumn(this.#capacity)
    const lights = Object.entries(search.lights ?? {}).map(([dimension, wanted]) => ({
      column: this.lights.get(dimension) ?? none,
      wanted,
    }))
    return [...facets, ...lights]
  }

  /** 1 for each slot that the words, ranges and the missing return let through. */
  passes(search: ProjectSearch): Uint8Array {
    const mask = this.#alive.slice()
    for (const word of wordsOf(search.q)) and(mask, this.#texts.find(word), this.used)
    if (search.silent) and(mask, this.#silent, this.used)
    for (const name of RANGES) {
      const range = search.ranges?.[name]
      if (range) this.#bound(mask, name, range)
    }
    return mask
  }

  #bound(mask: Uint8Array, name: RangeName, range: Range): void {
    const figures = this.#ranges[name]
    const rough = (rate: Rate | undefined, open: number) => (rate ? rate.n / rate.d : open)
    const min = rough(range.min, Number.NEGATIVE_INFINITY)
    const max = rough(range.max, Number.POSITIVE_INFINITY)
    for (let slot = 0; slot < this.used; slot += 1) {
      const figure = figures[slot] ?? Number.NaN
      // Rounding keeps order: only a quotient equal to an end needs the exact comparison.
      if (figure > min && figure < max) continue
      const line = this.#lines[slot]
      const exact = (figure === min || figure === max) && line !== undefined
      if (!exact || !inRange(rangeFigure[name](line), range)) mask[slot] = 0
    }
  }

  #sums(mask: Uint8Array): LineSums {
    let projects = 0
    let started = 0
    for (let slot = 0; slot < this.used; slot += 1) {
      projects += mask[slot] ?? 0
      started += (mask[slot] ?? 0) & (this.#started[slot] ?? 0)
    }
    const sum = (name: (typeof MONEY)[number]) => sumWhere(this.#money[name], mask, this.used)
    return {
      projects,
      started,
      annualPlan: sum('annualPlan'),
      planToDate: sum('planToDate'),
      invested: sum('invested'),
      totalInvest: sum('totalInvest'),
    }
  }
}

function and(mask: Uint8Array, other: Uint8Array, used: number): void {
  for (let slot = 0; slot < used; slot += 1) mask[slot] = (mask[slot] ?? 0) & (other[slot] ?? 0)
}

/** Null where the sum leaves the exact range of minor units: no figure rather than a rounded one. */
function sumWhere(amounts: Float64Array, mask: Uint8Array, used: number): number | null {
  let sum = 0
  let beyond = false
  for (let slot = 0; slot < used; slot += 1) {
    sum += (mask[slot] ?? 0) * (amounts[slot] ?? 0)
    beyond ||= sum > Number.MAX_SAFE_INTEGER || sum < Number.MIN_SAFE_INTEGER
  }
  return beyond ? null : sum
}
