import { GLYPHS, markOf, worstFirst } from '../light/glyph.ts'
import { useColourName } from '../light/Light.tsx'
import { useVocabulary } from '../session/me.ts'
import { type Cell, countOf } from './matrix.ts'

/** How many projects stand under each light, as blocks in proportion; shape and number say it without colour. */
export function Blocks({ cell }: { cell: Cell }) {
  const { colours } = useVocabulary()
  const name = useColourName()
  return (
    <span className="blocks">
      {worstFirst(colours)
        .filter(colour => countOf(cell, colour) > 0)
        .map(colour => (
          <span
            key={colour}
            className={`block block-${markOf(colours, colour)}`}
            style={{ flexGrow: countOf(cell, colour) }}
          >
            <span aria-hidden="true">{GLYPHS[markOf(colours, colour)]}</span>
            <span className="sr-only">{name(colour)}</span>
            {countOf(cell, colour)}
          </span>
        ))}
    </span>
  )
}
