import { type ReturnSheet, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import { useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { useGrid } from '../grid/use-grid.ts'
import { submissionKey } from '../return/draft.ts'
import { useFieldValue } from '../return/use-field-value.ts'
import { useVocabulary } from '../session/me.ts'
import { columnsOf, rowsOf } from './rows.ts'
import { SheetGrid } from './SheetGrid.tsx'
import { readWork } from './work.ts'

/** The cells of a closed period as a proposal: nothing is written before another person approves. */
export function ProposeForm({ sheet, onClose }: { sheet: ReturnSheet; onClose: () => void }) {
  const { t } = useTranslation()
  const box = useId()
  const money = useVocabulary().currency.row
  const [reason, setReason] = useState('')
  const key = useRef(submissionKey())
  const columns = useMemo(() => columnsOf(sheet.fields), [sheet.fields])
  const rows = useMemo(() => rowsOf(sheet.rows, sheet.fields, false), [sheet])
  const grid = useGrid({ columns, rows, money, year: Number(sheet.return.period.slice(0, 4)) })
  const work = useMemo(() => readWork(sheet.rows, grid.filled), [sheet.rows, grid.filled])
  const propose = useMutation({
    mutationFn: () =>
      call(routes.proposeCorrection, {
        body: {
          period: sheet.return.period,
          rows: work.rows.map(({ project, figures }) => ({ project, figures: { ...figures } })),
          reason: reason.trim(),
          key: key.current,
        },
      }),
    onSuccess: refresh,
  })
  if (propose.data)
    return (
      <Alert
        type="success"
        showIcon
        role="status"
        title={t('correction.sent', { seq: propose.data.seq })}
        action={<Link to="/corrections">{t('correction.all')}</Link>}
      />
    )
  const ready = work.rows.length > 0 && work.unreadable === 0 && reason.trim() !== ''
  return (
    <>
      <p className="panel propose-means">{t('correction.propose-means')}</p>
      <SheetGrid sheet={sheet} grid={grid} />
      <section className="submit-bar no-print" aria-label={t('correction.propose')}>
        <ChangedCells sheet={sheet} work={work} />
        <label htmlFor={box}>{t('return.reason')}</label>
        <Input
          id={box}
          className="submit-reason"
          value={reason}
          maxLength={500}
          onChange={event => setReason(event.target.value)}
        />
        <Button
          type="primary"
          size="large"
          disabled={!ready}
          loading={propose.isPending}
          onClick={() => propose.mutate()}
        >
          {t('correction.propose')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
        {propose.error && <ErrorNote error={propose.error} />}
      </section>
    </>
  )
}

/** Before and after of what would be proposed. */
function ChangedCells({ sheet, work }: { sheet: ReturnSheet; work: ReturnType<typeof readWork> }) {
  const { t } = useTranslation()
  const { name, value } = useFieldValue()
  if (work.rows.length === 0) return <span className="soft">{t('return.save-none')}</span>
  return (
    <ul className="rows changed-cells">
      {work.rows.flatMap(({ project, figures }) => {
        const row = sheet.rows.find(one => one.project === project)
        return Object.entries(figures).map(([field, after]) => (
          <li key={`${project} ${field}`}>
            <b>{row?.name}</b> {name(field)} <s>{value(field, row?.cells[field]?.value ?? null)}</s> →{' '}
            {value(field, after)}
          </li>
        ))
      })}
    </ul>
  )
}
