import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '@guatu/kernel'
import { type Finding, lint, type ParsedScheme, parseScheme } from '@guatu/scheme'
import {
  appendBatch,
  createJurisdiction,
  type Database,
  factsInForce,
  schemeHistory,
  withScope,
} from '@guatu/store'
import { schemeFact } from '../moment/scheme.ts'
import { isPublished } from './version.ts'

/** Stands as `entered_by` on what the server itself writes. */
export const SYSTEM = 'system'
const LAST_DAY: Day = '9999-12-31'

export interface SchemeFile {
  readonly file: string
  readonly text: string
  readonly parsed: ParsedScheme
  /** Text of the table of its clauses, where it has one. */
  readonly clauses?: string
}

export interface ReadSchemes {
  readonly schemes: readonly SchemeFile[]
  /** What is wrong; a plan with an error is not among `schemes`: what judges must be whole. */
  readonly findings: readonly Finding[]
}

/** Every `<dir>/<plan>/scheme.yaml`. */
export async function readSchemes(dirs: readonly string[]): Promise<ReadSchemes> {
  const schemes: SchemeFile[] = []
  const findings: Finding[] = []
  for (const dir of dirs) {
    for (const plan of (await readdir(dir)).sort()) {
      const file = join(dir, plan, 'scheme.yaml')
      if (!existsSync(file)) continue
      const text = await readFile(file, 'utf8')
      const { parsed, findings: unreadable } = parseScheme(text, file)
      const wrong = parsed ? lint(parsed) : unreadable
      findings.push(...wrong)
      if (!parsed || wrong.some(one => one.severity === 'error')) continue
      schemes.push({ file, text, parsed, clauses: await clausesBeside(join(dir, plan, 'clauses.yaml')) })
    }
  }
  return { schemes, findings }
}

const clausesBeside = async (file: string): Promise<string | undefined> =>
  existsSync(file) ? readFile(file, 'utf8') : undefined

/**
 * Puts each plan whose text is not the one in force into its jurisdiction's ledger, from its first day on. A plan of
 * which the bureau has published a version is the bureau's own from then on: files no longer change it.
 */
export async function loadSchemes(database: Database, dirs: readonly string[]): Promise<ReadSchemes> {
  const read = await readSchemes(dirs)
  for (const { parsed, text, clauses } of read.schemes) {
    const { id, name } = parsed.scheme.jurisdiction
    await createJurisdiction(database, { id, name })
    await withScope(database, { jurisdiction: id, person: SYSTEM, reads: 'all' }, async tx => {
      const { scheme } = parsed.scheme
      if ((await schemeHistory(tx)).some(one => one.subject === scheme && isPublished(one.origin))) return
      const known = await factsInForce(tx, ['scheme'], { asOf: LAST_DAY })
      const same = known.find(one => one.subject === scheme)
      if (same?.body.text === text && same.body.clauses === clauses) return
      await appendBatch(tx, { facts: [schemeFact(parsed, text, clauses)] })
    })
  }
  return read
}
