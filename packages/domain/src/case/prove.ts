import {
  type CaseFile,
  type Change,
  lint,
  type Mutant,
  mutantsOf,
  type ParsedScheme,
  type Scheme,
  schemeOf,
  triedBy,
} from '@guatu/scheme'
import { runCase } from './run.ts'

/** A change of the plan, and who noticed it. */
export interface Mutated {
  /** `xixia/fai`, `xixia/settings.yellow-cut` */
  readonly ref: string
  readonly kind: Mutant['kind']
  /** Null: the item was taken away. */
  readonly change: Change | null
}

export interface Proof {
  readonly scheme: string
  /** Changes that were made. */
  readonly changes: number
  /** Those with which a case fails. */
  readonly byCase: number
  /** Those that no case notices, but schema or lint refuse. */
  readonly refused: readonly Mutated[]
  /** Those with which nothing fails. */
  readonly unproven: readonly Mutated[]
}

/**
 * Whether the plan's cases hold it in place: each item that covers a clause taken away, each of its numbers moved by a
 * unit, must make a case fail. `text` is the scheme.yaml that was parsed.
 */
export function prove(text: string, parsed: ParsedScheme, { cases }: CaseFile): Proof {
  const refused: Mutated[] = []
  const unproven: Mutated[] = []
  const known = new Set(codes(parsed))
  // A case that fails anyway notices nothing.
  const judged = cases
    .filter(one => stillHolds(parsed.scheme, one))
    .map(one => ({ one, id: triedBy(one).id }))
  let changes = 0
  for (const mutant of mutantsOf(text)) {
    changes += 1
    const scheme = schemeOf(mutant.make())
    const own = judged.filter(({ id }) => mutant.touches.has(id))
    // The item's own cases come first: most changes end there.
    own.sort((a, b) => Number(b.id === mutant.item) - Number(a.id === mutant.item))
    if (scheme && own.some(({ one }) => !stillHolds(scheme, one))) continue
    const isRefused = !scheme || codes({ ...parsed, scheme }).some(code => !known.has(code))
    ;(isRefused ? refused : unproven).push(mutatedOf(parsed.scheme, mutant))
  }
  return {
    scheme: parsed.scheme.scheme,
    changes,
    byCase: changes - refused.length - unproven.length,
    refused,
    unproven,
  }
}

/** Evaluation throws on what the linter refuses: then the case has failed too. */
function stillHolds(scheme: Scheme, one: CaseFile['cases'][number]): boolean {
  try {
    return runCase(scheme, one).holds
  } catch {
    return false
  }
}

const codes = (parsed: ParsedScheme) => lint(parsed).map(({ code, message }) => `${code} ${message}`)

const mutatedOf = ({ scheme }: Scheme, { kind, item, change }: Mutant): Mutated => ({
  ref: kind === 'setting' ? `${scheme}/settings.${item}` : `${scheme}/${item}`,
  kind,
  change: change ?? null,
})
