import type { Replayed } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { usePick } from '../language/index.ts'
import { GLYPHS, NONE } from '../light/glyph.ts'

/** A light in the colours of the plan that shows it: a draft may have others than the plan in force. */
export function Shade({ side, colour }: { side: Replayed['before']; colour: string | null }) {
  const { t } = useTranslation()
  const pick = usePick()
  if (colour === null) return <span className="soft">{t('replay.unlisted')}</span>
  const known = side.colours.find(one => one.id === colour)
  const mark = known?.mark ?? NONE
  return (
    <span className={`light light-${mark}`}>
      <span aria-hidden="true">{GLYPHS[mark]}</span>
      <span>{known ? pick(known) : t('light.none')}</span>
    </span>
  )
}
