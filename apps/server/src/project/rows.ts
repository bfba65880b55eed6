import { type ProjectLine, type ProjectSearch, projectLines, searchLines, sortLines } from '@guatu/domain'
import type { Picture } from '../picture/picture.ts'

/** The library's lines and those that the filters let through, sorted. */
export function foundLines(
  picture: Picture,
  search: ProjectSearch,
): { all: ProjectLine[]; found: ProjectLine[] } {
  const all = projectLines(picture.running, picture.evaluation, picture.facts)
  const severity = new Map(picture.scheme.colours.map(colour => [colour.id, colour.severity]))
  return { all, found: sortLines(searchLines(all, search), search, severity) }
}
