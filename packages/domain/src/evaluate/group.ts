import type { MembershipFact } from '../facts/index.ts'
import type { ScopeKey } from './result.ts'

/** Projects that count in the same scopes: of one unit, on one list, of one nature there. */
export interface Group {
  readonly scopes: readonly GroupScope[]
}

interface GroupScope {
  readonly scope: ScopeKey
  /** Over all lists: the worst colour of any list counts. */
  readonly overall: boolean
  /** Keys of the program's counters. */
  readonly keys: readonly string[]
}

/** What of a program makes groups. */
interface Grouping {
  readonly counters: readonly string[]
  readonly groups: Map<string, Group>
  readonly scopeKeys: Map<ScopeKey, readonly string[]>
}

export const counterKey = (scope: ScopeKey, counter: string) => `${scope}|${counter}`

/** `first`: the list under which the project counts in what goes over several lists. */
export function groupOf(
  program: Grouping,
  unit: string | undefined,
  { list, nature }: MembershipFact,
  first: boolean,
): Group {
  const name = `${first ? '*' : ''}${list}|${nature ?? ''}|${unit ?? ''}`
  const known = program.groups.get(name)
  if (known) return known
  const group = { scopes: scopesOf(program, unit, list, nature, first) }
  program.groups.set(name, group)
  return group
}

function scopesOf(
  program: Grouping,
  unit: string | undefined,
  onList: string,
  nature: string | undefined,
  first: boolean,
): GroupScope[] {
  const list = `list:${onList}`
  const scopes: [ScopeKey, boolean][] = [[list, false]]
  if (nature) scopes.push([`${list}/${nature}`, false])
  if (unit) scopes.push([`unit:${unit}/${list}`, false])
  if (first) {
    scopes.push(['jurisdiction', true])
    if (unit) scopes.push([`unit:${unit}`, true])
  }
  return scopes.map(([scope, overall]) => ({ scope, overall, keys: keysOf(program, scope) }))
}

function keysOf({ counters, scopeKeys }: Grouping, scope: ScopeKey): readonly string[] {
  const known = scopeKeys.get(scope)
  if (known) return known
  const keys = counters.map(counter => counterKey(scope, counter))
  scopeKeys.set(scope, keys)
  return keys
}
