import type { Finding } from '../finding.ts'
import type { ParsedScheme } from '../parse.ts'
import { CODES, type LintCode } from './codes.ts'

/** Notes a finding at a place of the scheme. */
export type Report = (path: readonly PropertyKey[], code: LintCode, message: string) => void

/** Runs checks over a scheme and gathers what they report, in the order of the file. */
export function gather(parsed: ParsedScheme, checks: readonly ((report: Report) => void)[]): Finding[] {
  const findings: Finding[] = []
  const report: Report = (path, code, message) => {
    const [severity, mend] = CODES[code]
    findings.push({ file: parsed.file, ...parsed.place(path), code, severity, message, mend })
  }
  for (const check of checks) check(report)
  return findings.sort((a, b) => a.line - b.line || a.column - b.column)
}
