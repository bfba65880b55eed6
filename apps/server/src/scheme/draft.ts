import type { SchemeDraft, SchemeFinding } from '@guatu/contract'
import { canonicalJson, must, ok, type Result } from '@guatu/kernel'
import {
  applySupplement,
  type Finding,
  lint,
  type ParsedScheme,
  parseClauses,
  parseScheme,
  type Scheme,
} from '@guatu/scheme'
import { type ScopedTx, schemeBeside, schemeText, sha256, type WrittenScheme } from '@guatu/store'
import { type Failure, refuse } from '../http/failure.ts'
import { type KeptScheme, keptScheme, schemeAt } from '../moment/scheme.ts'
import { mendOf } from './mend.ts'
import { latestVersion } from './version.ts'

/** A text that somebody wants to put into force, checked. */
export interface CheckedDraft {
  /** The version that it comes after. */
  readonly base: KeptScheme & { readonly written: WrittenScheme; readonly text: string }
  readonly clauses: string | null
  /** Absent while the text has errors. */
  readonly plan?: { readonly parsed: ParsedScheme; readonly text: string }
  readonly findings: readonly SchemeFinding[]
  readonly fingerprint: string
}

export async function checkDraft(tx: ScopedTx, { kind, text, from }: SchemeDraft): Promise<CheckedDraft> {
  const { scheme } = await schemeAt(tx, {})
  const written = must(await latestVersion(tx, scheme.scheme), 'a version of the plan in force')
  const base = { ...(await keptScheme(tx, written)), written, text: await schemeText(tx, written) }
  const clauses = (await schemeBeside(tx, written.seq))?.clauses ?? null
  const read =
    kind === 'whole' ? { text, ...parseScheme(text, 'scheme.yaml') } : layered(base.text, text, from)
  const { parsed } = read
  const table = clauses === null ? undefined : parseClauses(clauses, 'clauses.yaml').table
  const linted = parsed ? [...lint(parsed, table), ...own(parsed, base.scheme, from)] : []
  // Of a supplement the lint speaks of the plan that results: of lines that the writer does not see.
  const found = [...read.findings, ...(kind === 'whole' ? linted : linted.map(toTop))]
  const wrong = found.some(one => one.severity === 'error')
  return {
    base,
    clauses,
    plan: !wrong && parsed && read.text !== undefined ? { parsed, text: read.text } : undefined,
    findings: found.map(findingView),
    fingerprint: sha256(canonicalJson({ after: written.seq, kind, text, from })),
  }
}

const layered = (base: string, text: string, from: string) => {
  const applied = applySupplement(base, text, 'supplement.yaml')
  const { supplement } = applied
  if (!supplement || supplement.from === from) return applied
  return { findings: [...applied.findings, at(1, 'scheme.outside', `from: ${supplement.from}`)] }
}

const findingView = ({ line, column, code, severity, message, mend }: Finding): SchemeFinding => ({
  line,
  column,
  code,
  severity,
  message,
  mend: mendOf({ code, mend }),
})

const toTop = (finding: Finding): Finding => ({
  ...finding,
  line: 1,
  column: 1,
  message: `${finding.message} (scheme ${finding.line}:${finding.column})`,
})

const at = (line: number, code: string, message: string): Finding => ({
  file: '',
  line,
  column: 1,
  code,
  severity: 'error',
  message,
  mend:
    code === 'scheme.other'
      ? 'Keep the id and the jurisdiction.'
      : 'Let it begin while the plan is in force.',
})

/** What only the ledger knows: whose plan it is, and from when. */
function own({ scheme, place }: ParsedScheme, base: Scheme, from: string): Finding[] {
  const found: Finding[] = []
  if (scheme.scheme !== base.scheme)
    found.push(at(place(['scheme']).line, 'scheme.other', `scheme: ${base.scheme}`))
  if (scheme.jurisdiction.id !== base.jurisdiction.id)
    found.push(at(place(['jurisdiction']).line, 'scheme.other', `jurisdiction: ${base.jurisdiction.id}`))
  const { inForce } = scheme
  if (from < inForce.from || from > inForce.to)
    found.push(at(place(['inForce']).line, 'scheme.outside', `${inForce.from} – ${inForce.to}`))
  return found
}

/** A version may begin with the one before it, as its correction, or after it. */
export function inOrder({ base }: CheckedDraft, from: string): Result<undefined, Failure> {
  const day = base.written.effectiveFrom
  return from < day ? refuse('scheme.earlier', { day }) : ok(undefined)
}
