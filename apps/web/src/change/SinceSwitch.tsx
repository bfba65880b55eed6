import type { Changes } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { type Since, useSinces } from './use-changes.ts'

/** 自上次查看 | 自上期, and which moment that is. */
export function SinceSwitch({
  since,
  moment,
  onChange,
}: {
  since: Since
  moment: Changes['since'] | undefined
  onChange: (since: Since) => void
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  const sinces = useSinces()
  return (
    <span className="since">
      <span className="since-choice">
        {sinces.map(one => (
          <button
            key={one}
            type="button"
            className="plain"
            aria-pressed={one === since}
            onClick={() => onChange(one)}
          >
            {t(`change.since.${one}`)}
          </button>
        ))}
      </span>
      {moment && (
        <span className="soft">{moment.at ? figures.moment(moment.at) : figures.day(moment.asOf)}</span>
      )}
    </span>
  )
}
