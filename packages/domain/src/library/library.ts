import type { ProjectLine } from './rows.ts'
import { facets, lineSums, type ProjectSearch, searchLines, sortLines } from './search.ts'

/** The lines of one reader's library, kept between requests: a changed project is replaced, not all read again. */
export interface Library {
  readonly size: number
  /** Puts in or replaces one line; undefined takes it out. */
  replace(id: string, line: ProjectLine | undefined): void
  /** `rows` from `from`, at most `size`; sums run over all that was found. */
  page(search: ProjectSearch, from: number, size: number): LibraryPage
  facets(): ReturnType<typeof facets>
}

export interface LibraryPage {
  readonly rows: readonly ProjectLine[]
  readonly total: number
  readonly sums: ReturnType<typeof lineSums>
}

export function createLibrary(lines: Iterable<ProjectLine>, severity: ReadonlyMap<string, number>): Library {
  const held = new Map([...lines].map(line => [line.id, line]))
  return {
    get size() {
      return held.size
    },
    replace(id, line) {
      if (line) held.set(id, line)
      else held.delete(id)
    },
    page(search, from, size) {
      const found = sortLines(searchLines([...held.values()], search), search, severity)
      return { rows: found.slice(from, from + size), total: found.length, sums: lineSums(found) }
    },
    facets: () => facets([...held.values()]),
  }
}
