import type { Light } from '../language/light.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Report } from './report.ts'

/**
 * Streaks count colours that the light gives, lead to something, and each adds to the one before. Gives the colours
 * that they turn to.
 */
export function streaks(
  scheme: Scheme,
  light: Light,
  colours: readonly string[],
  path: readonly PropertyKey[],
  report: Report,
): string[] {
  const severity = (id: string) => scheme.colours.find(one => one.id === id)?.severity
  const seen = new Set<string>()
  light.streak.forEach((one, index) => {
    const at = [...path, 'streak', index]
    if (!colours.includes(one.colour))
      report(at, 'streak.never', `no band of ${light.id} gives ${one.colour}`)
    if (one.becomes === undefined && !one.leadsTo) {
      report(at, 'streak.empty', 'the streak neither becomes a colour nor leads to anything')
    }
    const key = `${one.colour} ${one.periods}`
    if (seen.has(key)) report(at, 'streak.repeated', `${one.periods} periods of ${one.colour} stand twice`)
    seen.add(key)
    if (one.becomes === undefined) return
    const [from, to] = [severity(one.colour), severity(one.becomes)]
    if (to === undefined) report([...at, 'becomes'], 'ref.colour', `there is no colour ${one.becomes}`)
    else if (from !== undefined && to <= from) {
      report([...at, 'becomes'], 'streak.order', `${one.becomes} is not worse than ${one.colour}`)
    }
  })
  return light.streak.flatMap(one => one.becomes ?? [])
}
