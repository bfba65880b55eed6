import type { GridRow } from '../model/cell.ts'

/** Width, case, spaces and punctuation do not tell projects apart. */
const nameKey = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')

export interface Projects {
  readonly byCode: ReadonlyMap<string, GridRow>
  /** Null where several projects go by the name. */
  readonly byName: ReadonlyMap<string, GridRow | null>
  readonly rows: readonly GridRow[]
}

export function indexProjects(rows: readonly GridRow[]): Projects {
  const byCode = new Map<string, GridRow>()
  const byName = new Map<string, GridRow | null>()
  for (const row of rows) if (row.code) byCode.set(nameKey(row.code), row)
  const put = (name: string, row: GridRow) => {
    const key = nameKey(name)
    if (key !== '' && byName.get(key) !== row) byName.set(key, byName.has(key) ? null : row)
  }
  for (const row of rows) put(row.name, row)
  const own = new Set(byName.keys())
  for (const row of rows) for (const name of row.otherNames ?? []) if (!own.has(nameKey(name))) put(name, row)
  return { byCode, byName, rows }
}

export type Found = { readonly row: GridRow } | { readonly why: RowFault; readonly perhaps?: string }
/** `code-and-name`: they name two different projects. */
export type RowFault = 'unknown' | 'same-name' | 'code-and-name'

/** The project that a pasted row speaks of, by its code, else by its name. */
export function findProject(projects: Projects, code: string, name: string): Found {
  const coded = code === '' ? undefined : projects.byCode.get(nameKey(code))
  const named = name === '' ? undefined : projects.byName.get(nameKey(name))
  if (coded && named && coded !== named) return { why: 'code-and-name' }
  if (coded) return { row: coded }
  if (named) return { row: named }
  if (named === null) return { why: 'same-name' }
  return { why: 'unknown', perhaps: alike(projects, name) }
}

/** The only project whose name holds the text, or is held by it. */
function alike({ rows }: Projects, name: string): string | undefined {
  const wanted = nameKey(name)
  if (wanted.length < 4) return undefined
  const near = rows.filter(row => {
    const own = nameKey(row.name)
    return own.length >= 4 && (own.includes(wanted) || wanted.includes(own))
  })
  return near.length === 1 ? near[0]?.id : undefined
}
