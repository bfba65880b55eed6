import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Mapping, readWorkbook, recognise } from '@guatu/documents'
import { type Facts, foldEntries, type ImportPlan, importWrites, planImport, toFacts } from '@guatu/domain'
import { type Day, must, unwrap } from '@guatu/kernel'
import { parseScheme, type Scheme } from '@guatu/scheme'
import { fieldsOf, importRows } from '@guatu/server'

/** The published files beside the mappings that read them. */
export const FILES = [
  { file: 'uk_gmpp_2014_2023.csv', mapping: 'mapping.json' },
  { file: 'uk_gmpp_2023_raw_latin1_semicolon.csv', mapping: 'mapping-2023.json' },
] as const

export async function readScheme(root: string): Promise<Scheme> {
  const path = join(root, 'examples/gmpp/scheme.yaml')
  return must(parseScheme(await readFile(path, 'utf8'), 'scheme.yaml').parsed, 'a scheme without findings')
    .scheme
}

export async function readMapping(root: string, name: string): Promise<Mapping> {
  return JSON.parse(await readFile(join(root, 'examples/gmpp', name), 'utf8')) as Mapping
}

/** What an import into an empty ledger would do, without any. */
export async function planFile(scheme: Scheme, path: string, mapping: Mapping): Promise<ImportPlan> {
  const { sheets } = unwrap(await readWorkbook(await readFile(path), basename(path)))
  const { rows } = recognise(must(sheets[0], 'a sheet'), fieldsOf(scheme), mapping)
  return planImport({
    facts: noFacts,
    scheme,
    today: '2024-12-31',
    rows: importRows(rows),
    choices: { list: 'portfolio', figuresAre: 'cumulative', decisions: {} },
    similar: () => [],
    mayBegin: true,
    newId: ({ row }) => `p-${row}`,
  })
}

const noFacts: Facts = {
  jurisdiction: 'gmpp',
  units: [],
  projects: [],
  memberships: [],
  returns: [],
  reported: [],
  settings: {},
}

/** What the plan's writes make known by a day. */
export function factsBy(plan: ImportPlan, asOf: Day): Facts {
  const { facts, entries } = importWrites(plan, { file: '', sheet: '' })
  const inForce = <T>(word: string): T[] => {
    const latest = new Map<string, object>()
    for (const fact of facts)
      if (fact.word === word && fact.effectiveFrom <= asOf) latest.set(fact.subject, fact.body)
    return [...latest.values()] as T[]
  }
  return {
    ...noFacts,
    ...toFacts(foldEntries(entries.map((entry, at) => ({ ...entry, seq: at + 1 })))),
    projects: inForce('project'),
    memberships: inForce('membership'),
  }
}
