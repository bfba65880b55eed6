import { useTranslation } from 'react-i18next'
import { usePick } from '../language/index.ts'
import { useVocabulary } from '../session/me.ts'
import { GLYPHS, markOf, NONE } from './glyph.ts'
import './light.css'

export function useColourName(): (colour: string) => string {
  const { t } = useTranslation()
  const pick = usePick()
  const { colours } = useVocabulary()
  return colour => {
    const one = colours.find(({ id }) => id === colour)
    return one ? pick(one) : t('light.none')
  }
}

/** Shape, colour and word; `bare` leaves the word to screen readers where a column head already says it. */
export function Light({ colour, bare, count }: { colour: string; bare?: boolean; count?: number }) {
  const { colours } = useVocabulary()
  const name = useColourName()(colour)
  const mark = markOf(colours, colour)
  return (
    <span className={`light light-${mark}`} title={bare ? name : undefined}>
      <span aria-hidden="true">{GLYPHS[mark]}</span>
      <span className={bare ? 'sr-only' : undefined}>{name}</span>
      {count !== undefined && <b>{count}</b>}
    </span>
  )
}

/** What each colour means under this plan. */
export function LightLegend() {
  const { t } = useTranslation()
  const pick = usePick()
  const { colours } = useVocabulary()
  return (
    <ul className="legend">
      {colours.map(one => (
        <li key={one.id}>
          <Light colour={one.id} /> {pick({ name: one.meaning, nameEn: one.meaningEn })}
        </li>
      ))}
      <li>
        <Light colour={NONE} /> {t('light.none-means')}
      </li>
    </ul>
  )
}
