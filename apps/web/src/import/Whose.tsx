import type { ImportPreview } from '@guatu/contract'
import { Input, Radio, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { useMe, useVocabulary } from '../session/me.ts'
import { periodsToOffer } from './periods.ts'
import type { Decide } from './use-decide.ts'

/** Projects: which period the figures are of, which list they go to, and what a figure adds up. */
export function OfProjects({ preview, decide }: { preview: ImportPreview; decide: Decide }) {
  const { t } = useTranslation()
  const pick = usePick()
  const figures = useFigures()
  const { today } = useMe()
  const { lists, returnPeriod } = useVocabulary()
  const ids = { period: useId(), list: useId() }
  const offered = periodsToOffer(returnPeriod, today, preview.period)
  return (
    <>
      <span>
        <label htmlFor={ids.period}>{t('import.period')}</label>
        {returnPeriod === 'day' ? (
          <Input
            id={ids.period}
            type="date"
            max={today}
            value={preview.period ?? ''}
            onChange={event => event.target.value && decide.choose({ period: event.target.value })}
          />
        ) : (
          <Select
            id={ids.period}
            value={preview.period}
            status={preview.period ? undefined : 'error'}
            placeholder={t('import.choose')}
            onChange={(period: string) => decide.choose({ period })}
            popupMatchSelectWidth={false}
            options={offered.map(period => ({ value: period, label: figures.period(period) }))}
          />
        )}
      </span>
      <span>
        <label htmlFor={ids.list}>{t('facet.list')}</label>
        <Select
          id={ids.list}
          value={preview.list}
          placeholder={t('import.choose')}
          onChange={(list: string) => decide.choose({ list })}
          popupMatchSelectWidth={false}
          options={lists.map(list => ({ value: list.id, label: pick(list) }))}
        />
      </span>
      <Radio.Group
        value={preview.figuresAre}
        onChange={event => decide.choose({ figuresAre: event.target.value })}
        options={[
          { value: 'cumulative', label: t('import.cumulative') },
          { value: 'monthly', label: t('import.monthly') },
        ]}
      />
    </>
  )
}

/** Reported figures: each row names its period; only the unit whose figures they are is to be said. */
export function OfUnit({ preview, decide }: { preview: ImportPreview; decide: Decide }) {
  const { t } = useTranslation()
  const id = useId()
  if (preview.units.length === 0) return null
  return (
    <span>
      <label htmlFor={id}>{t('import.reporter')}</label>
      <Select
        id={id}
        value={preview.unit}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(unit: string) => decide.choose({ unit })}
        popupMatchSelectWidth={false}
        options={preview.units.map(unit => ({ value: unit.id, label: unit.name }))}
      />
    </span>
  )
}
