import type { ImportPreview } from '@guatu/contract'
import { Button, Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { useMe, useVocabulary } from '../session/me.ts'
import { Columns } from './Columns.tsx'
import { periodsToOffer } from './periods.ts'
import type { Decide } from './use-decide.ts'

/** Step two: what the file was understood to be. Every guess can be changed. */
export function Recognised({ preview, decide }: { preview: ImportPreview; decide: Decide }) {
  const { t } = useTranslation()
  const pick = usePick()
  const figures = useFigures()
  const { today } = useMe()
  const { lists, returnPeriod } = useVocabulary()
  const ids = { sheet: useId(), period: useId(), list: useId() }
  const offered = periodsToOffer(returnPeriod, today, preview.period)
  return (
    <section className="panel">
      <h2>{t('import.step.recognised')}</h2>
      <div className="choices">
        <span>
          <label htmlFor={ids.sheet}>{t('import.sheet')}</label>
          <Select
            id={ids.sheet}
            value={preview.sheet}
            onChange={sheet => decide.choose({ sheet })}
            popupMatchSelectWidth={false}
            options={preview.sheets.map(({ name, rows }) => ({
              value: name,
              label: t('import.sheet-rows', { name, rows }),
            }))}
          />
        </span>
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
      </div>
      <Columns preview={preview} decide={decide} />
      <SaveMapping mapping={preview.mapping} decide={decide} />
    </section>
  )
}

/** The next file of this kind is then understood without asking. */
function SaveMapping({ mapping, decide }: { mapping: string | null; decide: Decide }) {
  const { t } = useTranslation()
  const [name, setName] = useState(mapping ?? '')
  return (
    <form
      className="save-mapping"
      onSubmit={event => {
        event.preventDefault()
        if (name.trim()) decide.choose({ saveMappingAs: name.trim() })
      }}
    >
      {mapping && <span className="soft">{t('import.mapping-used', { mapping })}</span>}
      <Input
        value={name}
        maxLength={60}
        placeholder={t('import.mapping-name')}
        aria-label={t('import.mapping-name')}
        onChange={event => setName(event.target.value)}
      />
      <Button htmlType="submit" disabled={!name.trim()}>
        {t('import.mapping-save')}
      </Button>
    </form>
  )
}
