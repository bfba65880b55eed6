import { z } from 'zod'
import type { Finding } from './finding.ts'
import { id } from './language/common.ts'
import { readYaml } from './read-yaml.ts'

const text = z.string().trim().min(1)

/** The clauses of a plan: what it asks, where it stands, of what kind. Our names, never its sentences. */
const clauseTable = z.strictObject({
  scheme: id,
  clauses: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-Z]+-[A-Z]+\d+$/),
      /** Locators in the issued document, several split by a comma. */
      clause: text,
      kind: text,
      name: text,
    }),
  ),
})
export type ClauseTable = z.infer<typeof clauseTable>

/** Text of a clauses.yaml. Never throws on bad text. */
export function parseClauses(
  source: string,
  file: string,
): { readonly table?: ClauseTable; readonly findings: readonly Finding[] } {
  const { value, findings } = readYaml<ClauseTable>(source, file, clauseTable)
  return { table: value, findings }
}

/** `一(二),二(四)` → its locators, each in one spelling. */
export const locatorsOf = (clause: string): string[] =>
  clause
    .normalize('NFKC')
    .split(/[,、]/)
    .map(one => one.trim())
    .filter(one => one !== '')
