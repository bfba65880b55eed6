import type { ProjectFact } from '../facts/index.ts'
import type { Candidate, ImportRow } from './row.ts'

export type Match =
  | { readonly kind: 'known'; readonly project: ProjectFact; readonly by: 'code' | 'name' }
  /** Nobody by that code or name, and nobody like it. */
  | { readonly kind: 'new' }
  /** Someone has to say. `differ`: the code is one project's, the name another's. */
  | { readonly kind: 'ask'; readonly candidates: readonly Candidate[]; readonly differ: boolean }

/** Projects whose names may be the same with drift; given by the reader of documents. */
export type Similar = (name: string, projects: readonly ProjectFact[]) => readonly Candidate[]

export interface Matcher {
  match(row: ImportRow): Match
  /** A row began or renamed it: later rows of the file find it by code or exact name. */
  learn(project: ProjectFact): void
}

/** By code first, then by the exact name; what is only alike is asked about, never decided. */
export function matcher(projects: readonly ProjectFact[], similar: Similar): Matcher {
  const byCode = new Map<string, ProjectFact>()
  const byName = new Map<string, ProjectFact>()
  const learn = (project: ProjectFact) => {
    if (project.code) byCode.set(codeKey(project.code), project)
    byName.set(nameKey(project.name), project)
  }
  // An older file may still call it by a former name; a name in use comes before.
  for (const project of projects)
    for (const name of project.formerNames ?? []) byName.set(nameKey(name), project)
  projects.forEach(learn)
  const uncoded = projects.filter(one => one.code === undefined)
  return {
    learn,
    match(row) {
      const code = textOf(row, 'project-code')
      const name = textOf(row, 'project-name')
      const ofCode = code === undefined ? undefined : byCode.get(codeKey(code))
      const ofName = name === undefined ? undefined : byName.get(nameKey(name))
      if (ofCode && ofName && ofCode.id !== ofName.id) {
        const candidates = [
          candidate(ofCode, '项目代码相同', 'same project code'),
          candidate(ofName, '名称相同', 'same name'),
        ]
        return { kind: 'ask', candidates, differ: true }
      }
      if (ofCode) return { kind: 'known', project: ofCode, by: 'code' }
      if (ofName && (code === undefined || ofName.code === undefined))
        return { kind: 'known', project: ofName, by: 'name' }
      if (ofName) {
        const candidates = [candidate(ofName, '名称相同、代码不同', 'same name, another code')]
        return { kind: 'ask', candidates, differ: false }
      }
      const open = code === undefined ? projects : uncoded
      const candidates = name === undefined ? [] : similar(name, open)
      return candidates.length > 0 ? { kind: 'ask', candidates, differ: false } : { kind: 'new' }
    },
  }
}

const candidate = (project: ProjectFact, why: string, whyEn: string): Candidate => ({
  project: project.id,
  name: project.name,
  why,
  whyEn,
})

export function textOf(row: ImportRow, field: string): string | undefined {
  const value = row.values[field]?.value
  return value === undefined || value === '' ? undefined : String(value)
}

/** Written in one way already: nearly all are, and need no new text. */
const PLAIN_CODE = /^[!-`{-~]*$/
const PLAIN_NAME = /^[!-@[-~\u4e00-\u9fa5]*$/

const codeKey = (code: string) =>
  PLAIN_CODE.test(code) ? code : code.normalize('NFKC').replace(/\s/g, '').toUpperCase()
export const nameKey = (name: string) =>
  PLAIN_NAME.test(name) ? name : name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
