import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import type { Unlock } from './data.ts'

/** Every time that the period was opened again: who, until when, why, and who ended it before. */
export function Unlocks({ unlocks }: { unlocks: readonly Unlock[] }) {
  const { t } = useTranslation()
  const figures = useFigures()
  if (unlocks.length === 0) return null
  const said = ({ by, from, until, open, ended }: Unlock) => {
    const words = { by, from: figures.moment(from), until: figures.moment(until) }
    if (ended) return t('closing.unlock-ended', { ...words, at: figures.moment(ended.at), endedBy: ended.by })
    return t(open ? 'closing.unlocked' : 'closing.was-unlocked', words)
  }
  return (
    <ul className="rows unlocks">
      {unlocks.map(unlock => (
        <li key={unlock.seq} className={unlock.open ? 'unlock-open' : undefined}>
          {said(unlock)} {unlock.reason}
        </li>
      ))}
    </ul>
  )
}
