import { type CaseFile, parseCases } from './cases/index.ts'
import { type ClauseTable, parseClauses } from './clauses.ts'
import type { Finding } from './finding.ts'
import { lint } from './lint/index.ts'
import { type ParsedScheme, parseScheme } from './parse.ts'

export interface LoadedPlan {
  readonly parsed?: ParsedScheme
  readonly clauses?: ClauseTable
  readonly cases?: CaseFile
  /** Of all its files, in the order scheme, clauses, cases. An error among them: the plan must not be put into force. */
  readonly findings: readonly Finding[]
}

/**
 * Reads and lints one plan from its files, name → text: `scheme.yaml`, and `clauses.yaml` and `cases.yaml` where they
 * are. `folder` only stands before the names in findings.
 */
export function loadPlan(files: ReadonlyMap<string, string>, folder: string): LoadedPlan {
  const name = (file: string) => `${folder}/${file}`
  const { parsed, findings } = parseScheme(files.get('scheme.yaml') ?? '', name('scheme.yaml'))
  const clauseText = files.get('clauses.yaml')
  const caseText = files.get('cases.yaml')
  const clauses = clauseText === undefined ? undefined : parseClauses(clauseText, name('clauses.yaml'))
  const cases = caseText === undefined ? undefined : parseCases(caseText, name('cases.yaml'))
  return {
    parsed,
    clauses: clauses?.table,
    cases: cases?.cases,
    findings: [
      ...findings,
      ...(parsed ? lint(parsed, clauses?.table) : []),
      ...(clauses?.findings ?? []),
      ...(cases?.findings ?? []),
    ],
  }
}
