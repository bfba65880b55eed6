import type { PeriodLine } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { partsOf } from './parts.ts'

/** Units of a period as one bar of accepted, waiting, sent back and missing; the words stand beneath it. */
export function CountBar({ counts }: { counts: PeriodLine['counts'] }) {
  const { t } = useTranslation()
  if (counts.asked === 0) return <span className="soft">{t('periods.nobody')}</span>
  const parts = partsOf(counts).filter(part => part.count > 0)
  return (
    <>
      <span className="count-bar" aria-hidden="true">
        {parts.map(({ name, count }) => (
          <i key={name} className={`part-${name}`} style={{ flexGrow: count }} />
        ))}
      </span>
      <small className="count-words">
        {parts.map(({ name, count }) => t(`periods.part.${name}`, { count })).join(t('text.comma'))}
        {counts.late > 0 && ` ${t('periods.late-of', { count: counts.late })}`}
      </small>
    </>
  )
}
