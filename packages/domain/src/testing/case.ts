import { must } from '@guatu/kernel'
import { parseCases, type Scheme } from '@guatu/scheme'
import { type CaseResult, runCase } from '../case/index.ts'

/** Runs one case, given as the lines of its YAML below its name. */
export function tried(scheme: Scheme, lines: string): CaseResult {
  const body = lines.trim().replaceAll(/^\s*/gm, '    ')
  const { cases, findings } = parseCases(`scheme: sample\ncases:\n  - name: tried\n${body}\n`, 'cases.yaml')
  if (findings.length > 0) throw new Error(`the case does not parse: ${JSON.stringify(findings)}`)
  return runCase(scheme, must(cases?.cases[0], 'a case'))
}
