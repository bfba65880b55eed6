import type { Overall } from '@guatu/scheme'
import { NONE } from '../light/index.ts'
import type { Known } from './known.ts'
import type { Program } from './program.ts'
import type { LightValue, OverallLight } from './result.ts'

/** The lights of each list put together as the plan has it; over all lists, under `*`, the worst of them. */
export function overallOf(
  { scheme }: Program,
  project: string,
  known: readonly Known[],
  lights: readonly LightValue[],
): OverallLight[] {
  const overall: OverallLight[] = []
  const all = { ...scheme.overall, severity: severityOf(scheme) }
  for (const { membership } of known) {
    const { list } = membership
    if (overall.some(one => one.list === list)) continue
    overall.push(named(project, list, together(all, lights, list)))
  }
  overall.push(named(project, '*', scheme.overall.by === 'worst' ? worst(lights) : worst(overall)))
  return overall
}

type Shown = Pick<OverallLight, 'colour' | 'severity' | 'rule'>
type Together = Overall & { readonly severity: (colour: string) => number }

const severityOf = ({ colours }: Program['scheme']) => {
  const severities = new Map(colours.map(colour => [colour.id, colour.severity]))
  return (colour: string) => severities.get(colour) ?? 0
}

function together(how: Together, lights: readonly LightValue[], list: string): Shown | undefined {
  switch (how.by) {
    case 'worst':
      return worst(lights, list)
    case 'dimension-order':
      for (const dimension of how.dimensions) {
        const found = worst(
          lights.filter(one => one.dimension === dimension),
          list,
        )
        if (found) return found
      }
      return undefined
    case 'count': {
      const found = worst(lights, list)
      const counted = lights.filter(one => one.list === list && one.colour === how.of)
      const severity = how.severity(how.becomes)
      const [first] = counted
      if (!first || counted.length < how.atLeast || severity <= (found?.severity ?? 0)) return found
      return { colour: how.becomes, severity, rule: first.rule }
    }
  }
}

/** A light that says something beats ○ whatever its severity. */
function worst<T extends Shown & { readonly list: string }>(
  lights: readonly T[],
  list?: string,
): T | undefined {
  let found: T | undefined
  for (const light of lights) {
    if (list !== undefined && light.list !== list) continue
    if (light.colour !== NONE && (!found || light.severity > found.severity)) found = light
  }
  return found
}

const named = (project: string, list: string, found: Shown | undefined): OverallLight => ({
  colour: found?.colour ?? NONE,
  list,
  project,
  rule: found?.rule ?? null,
  severity: found?.severity ?? 0,
})
