import type { ReplayAsked, Replayed } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { usePick } from '../language/index.ts'
import { useVocabulary } from '../session/me.ts'

/** Changes only or all, one unit, one dimension; each is a new question to the server. */
export function Filters({
  replay,
  asked,
  onAsk,
}: {
  replay: Replayed
  asked: ReplayAsked
  onAsk: (asked: ReplayAsked) => void
}) {
  const { t } = useTranslation()
  const pick = usePick()
  const { lights } = useVocabulary()
  const dimensionName = (id: string) => {
    const light = lights.find(one => one.dimension === id)
    return light ? pick(light) : id
  }
  return (
    <div className="replay-filters">
      <label>
        <input
          type="checkbox"
          checked={asked.changed ?? true}
          onChange={event => onAsk({ ...asked, changed: event.target.checked })}
        />{' '}
        {t('replay.changed-only')}
      </label>
      <select
        aria-label={t('replay.unit')}
        value={asked.unit ?? ''}
        onChange={event => onAsk({ ...asked, unit: event.target.value || undefined })}
      >
        <option value="">{t('replay.every-unit')}</option>
        {replay.units.map(({ unit, name }) => (
          <option key={unit} value={unit}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={t('replay.light')}
        value={asked.dimension ?? ''}
        onChange={event => onAsk({ ...asked, dimension: event.target.value || undefined })}
      >
        <option value="">{t('replay.every-dimension')}</option>
        {replay.dimensions.map(id => (
          <option key={id} value={id}>
            {dimensionName(id)}
          </option>
        ))}
      </select>
      <span className="soft">{t('replay.rows', { count: replay.total })}</span>
    </div>
  )
}
