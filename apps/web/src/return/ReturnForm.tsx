import type { ProjectPage } from '@guatu/contract'
import { Alert, Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { fieldName } from '../light/reason.ts'
import { useTelling } from '../light/use-telling.ts'
import { useVocabulary } from '../session/me.ts'
import { Box } from './Box.tsx'
import { askedFields, boxText, readDraft } from './draft.ts'
import { moveByKey } from './move.ts'
import { Saved } from './Saved.tsx'
import { useStoredDraft } from './stored.ts'
import { useSave } from './use-save.ts'
import './return.css'

/** One period of one project: what is known stands there already, only what is changed is sent. */
export function ReturnForm({ data }: { data: ProjectPage }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [period, setPeriod] = useState(data.openPeriods[0])
  const choose = useId()
  const pick = usePick()
  const shut = data.shut.find(one => one.period === period)
  return (
    <section className="panel return-form no-print">
      <header>
        <h2>{t('return.title')}</h2>
        {period && (
          <span>
            <label htmlFor={choose}>{t('project.period')}</label>{' '}
            <select id={choose} value={period} onChange={event => setPeriod(event.target.value)}>
              {data.openPeriods.map(one => (
                <option key={one} value={one}>
                  {figures.period(one)}
                </option>
              ))}
            </select>
          </span>
        )}
      </header>
      {shut && <Alert type="info" showIcon role="note" title={pick({ name: shut.zh, nameEn: shut.en })} />}
      {period ? (
        !shut && <PeriodForm key={period} data={data} period={period} />
      ) : (
        <p className="soft">{t('return.nothing-open')}</p>
      )}
    </section>
  )
}

function PeriodForm({ data, period }: { data: ProjectPage; period: string }) {
  const { t } = useTranslation()
  const telling = useTelling()
  const { fields: declared, currency } = useVocabulary()
  const { draft, kept, change, clear } = useStoredDraft(data.row.id, period)
  const [reason, setReason] = useState('')
  const reasonBox = useId()
  const save = useSave(data, period, () => {
    clear()
    setReason('')
  })
  const fields = askedFields(declared)
  const inForce = data.returns.find(one => one.period === period)?.figures ?? {}
  const reading = readDraft(draft, fields, inForce, currency.row)
  const changes = Object.keys(reading.figures).length
  const needsReason = reading.corrected.length > 0
  const ready = changes > 0 && reading.unreadable.length === 0 && (!needsReason || reason.trim() !== '')
  return (
    <form
      onKeyDown={moveByKey}
      onSubmit={event => {
        event.preventDefault()
        if (ready) save.send(reading.figures, needsReason ? reason.trim() : undefined)
      }}
    >
      {kept && changes > 0 && (
        <Alert type="info" title={t('return.draft-kept')} closable={{ onClose: clear }} />
      )}
      {fields.map(({ id, type }) => (
        <Box
          key={id}
          type={type}
          label={fieldName(id, telling)}
          text={draft[id] ?? boxText(type, inForce[id], currency.row)}
          bad={reading.unreadable.includes(id)}
          changed={id in reading.figures}
          onChange={text => change({ ...draft, [id]: text })}
        />
      ))}
      {needsReason && (
        <div className="box box-changed">
          <label htmlFor={reasonBox}>{t('return.reason')}</label>
          <input
            id={reasonBox}
            data-box=""
            value={reason}
            maxLength={500}
            required
            onChange={event => setReason(event.target.value)}
          />
          <span className="box-why">
            {t('return.reason-means', {
              fields: reading.corrected.map(id => fieldName(id, telling)).join(t('text.comma')),
            })}
          </span>
        </div>
      )}
      {save.error && <ErrorNote error={save.error} />}
      <div className="return-end">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={save.busy}>
          {changes > 0 ? t('return.save', { count: changes }) : t('return.save-none')}
        </Button>
        {changes > 0 && <Button onClick={clear}>{t('return.drop')}</Button>}
      </div>
      {save.saved && <Saved saved={save.saved} busy={save.busy} undo={save.undo} />}
    </form>
  )
}
