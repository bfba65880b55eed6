import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '@guatu/kernel'
import { type Finding, lint, type ParsedScheme, parseScheme } from '@guatu/scheme'
import { appendBatch, createJurisdiction, type Database, factsInForce, withScope } from '@guatu/store'
import { schemeFact } from '../moment/scheme.ts'

/** Stands as `entered_by` on what the server itself writes. */
export const SYSTEM = 'system'
const LAST_DAY: Day = '9999-12-31'

export interface SchemeFile {
  readonly file: string
  readonly text: string
  readonly parsed: ParsedScheme
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
      if (parsed && !wrong.some(one => one.severity === 'error')) schemes.push({ file, text, parsed })
    }
  }
  return { schemes, findings }
}

/** Puts each plan whose text is not the one in force into its jurisdiction's ledger, from its first day on. */
export async function loadSchemes(database: Database, dirs: readonly string[]): Promise<ReadSchemes> {
  const read = await readSchemes(dirs)
  for (const { parsed, text } of read.schemes) {
    const { id, name } = parsed.scheme.jurisdiction
    await createJurisdiction(database, { id, name })
    await withScope(database, { jurisdiction: id, person: SYSTEM, reads: 'all' }, async tx => {
      const fact = schemeFact(parsed, text)
      const known = await factsInForce(tx, ['scheme'], { asOf: LAST_DAY })
      const same = known.find(one => one.subject === fact.subject)
      if (same?.body.text !== text) await appendBatch(tx, { facts: [fact] })
    })
  }
  return read
}
