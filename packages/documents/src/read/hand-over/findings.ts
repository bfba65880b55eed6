import type { Finding } from '../recognise/model.ts'

/** Findings of one code and one set of parameters as columns; `at` is their place among all of the portion. */
interface Alike {
  readonly code: Finding['code']
  readonly names: readonly string[]
  readonly at: readonly number[]
  readonly params: readonly (readonly (string | number)[])[]
}
export type FindingsByColumn = readonly Alike[]

export function packFindings(findings: readonly Finding[]): FindingsByColumn {
  const groups = new Map<
    string,
    { code: Finding['code']; names: string[]; at: number[]; params: (string | number)[][] }
  >()
  for (const [at, { code, params }] of findings.entries()) {
    const names = Object.keys(params)
    const key = `${code} ${names.join(' ')}`
    let group = groups.get(key)
    if (!group) {
      group = { code, names, at: [], params: names.map(() => []) }
      groups.set(key, group)
    }
    group.at.push(at)
    for (const [i, name] of names.entries()) group.params[i]?.push(params[name] ?? '')
  }
  return [...groups.values()]
}

export function unpackFindings(groups: FindingsByColumn): Finding[] {
  const findings: Finding[] = []
  for (const { code, names, at, params } of groups) {
    for (const [i, place] of at.entries()) {
      const own: Record<string, string | number> = {}
      for (const [n, name] of names.entries()) own[name] = params[n]?.[i] ?? ''
      findings[place] = { code, params: own }
    }
  }
  return findings
}
