import { addDays } from '@guatu/kernel'
import { parse } from 'yaml'
import { type ItemKind, KINDS } from '../lint/items.ts'
import { shifted } from './shift.ts'
import { type Path, type Tree, valuesIn, withValue } from './tree.ts'

/** One change of a plan that its cases should notice. */
export interface Mutant {
  readonly kind: ItemKind | 'setting'
  readonly item: string
  /** Absent: the whole item is gone. */
  readonly change?: Change
  /** Ids that the change can reach: of the item and of all that name it, one through another. */
  readonly touches: ReadonlySet<string>
  /** The changed plan as plain data, not read yet. */
  make(): unknown
}

export interface Change {
  /** Inside the item: `floor.2023-10-25.growth`. */
  readonly path: string
  readonly from: string | number
  readonly to: string | number
}

interface Subject {
  readonly kind: Mutant['kind']
  readonly id: string
  readonly at: Path
  readonly tree: Tree
}

/**
 * Texts and names, and what only the linter compares (which batch of money is meant, how many parts are named): what they
 * hold is said of a number, not computed with.
 */
const WORDS =
  /^(id|clause|covers|terms|named|owners|lead|with|aliases|choices|funds|partCount|(name|reading|about|because|evidence).*)$/

/**
 * Each item of the plan that covers a clause taken away, and each of its written numbers moved a unit each way; numbers
 * of settings that such an item takes are moved too. `text` is a scheme.yaml that parses.
 */
export function* mutantsOf(text: string): Generator<Mutant> {
  const plan: Tree = parse(text)
  const items = itemsIn(plan)
  const covering = items.filter(one => covers(one.tree))
  for (const one of covering) {
    const touches = reach(one.id, items)
    yield { kind: one.kind, item: one.id, touches, make: () => withValue(plan, one.at, undefined) }
    yield* moved(plan, one, touches)
  }
  for (const one of settingsIn(plan)) {
    const users = items.filter(item => mentions(item.tree, one.id))
    if (!users.some(user => covers(user.tree))) continue
    yield* moved(plan, one, reach(one.id, items))
  }
}

function* moved(plan: Tree, { kind, id, at, tree }: Subject, touches: Mutant['touches']): Generator<Mutant> {
  for (const { path, value } of valuesIn(tree, WORDS)) {
    for (const to of besides(path, value)) {
      const change = { path: path.join('.'), from: value, to }
      yield { kind, item: id, change, touches, make: () => withValue(plan, [...at, ...path], to) }
    }
  }
}

/** A pair of weeks is counted from a day's week: another day of that week says the same. */
const besides = (path: Path, value: string | number) =>
  path.at(-1) === 'everyOther' && typeof value === 'string'
    ? [addDays(value, -7), addDays(value, 7)]
    : shifted(value)

const itemsIn = (plan: Tree): Subject[] =>
  Object.entries(KINDS).flatMap(([key, kind]) =>
    branches(plan[key]).map(([index, tree]) => ({
      kind,
      id: String(tree.id),
      at: [key, Number(index)],
      tree,
    })),
  )

const settingsIn = (plan: Tree): Subject[] =>
  branches(plan.settings).map(([id, tree]) => ({ kind: 'setting', id, at: ['settings', id], tree }))

const branches = (of: unknown): [string, Tree][] =>
  typeof of === 'object' && of !== null ? (Object.entries(of) as [string, Tree][]) : []

const covers = ({ covers }: Tree) => Array.isArray(covers) && covers.length > 0

/** The construction season is a setting by its name alone. */
function mentions(tree: Tree, id: string): boolean {
  const end = id === 'construction-season' ? 'construction-season-end' : id
  return valuesIn(tree, WORDS).some(({ value }) => value === id || value === end)
}

function reach(id: string, items: readonly Subject[]): Set<string> {
  const reached = new Set([id])
  for (const one of reached) for (const item of items) if (mentions(item.tree, one)) reached.add(item.id)
  return reached
}
