import type { Vocabulary } from '@guatu/contract'

export type Mark = Vocabulary['colours'][number]['mark'] | 'none'
export const NONE = 'none'

/** A shape for each mark, so that a grey print and a colour-blind eye read the same. */
export const GLYPHS: Readonly<Record<Mark, string>> = {
  red: '●',
  orange: '▼',
  yellow: '▲',
  lime: '◧',
  green: '■',
  blue: '◆',
  none: '○',
}

export const markOf = (colours: Vocabulary['colours'], colour: string): Mark =>
  colours.find(one => one.id === colour)?.mark ?? NONE

/** Colour ids of the plan from the most severe down, `none` last. */
export const worstFirst = (colours: Vocabulary['colours']): string[] => [
  ...[...colours].sort((a, b) => b.severity - a.severity).map(one => one.id),
  NONE,
]

/** Colours that ask somebody to act: all that are worse than the plan's best. */
export const behind = (colours: Vocabulary['colours']): string[] => {
  const least = Math.min(...colours.map(one => one.severity))
  return worstFirst(colours).filter(id => (colours.find(one => one.id === id)?.severity ?? least) > least)
}

/** The most severe colour: what "red first" means under this plan. */
export const worstColour = (colours: Vocabulary['colours']) => worstFirst(colours)[0] ?? NONE
