import { type ReturnSheet, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { useGrid } from '../grid/use-grid.ts'
import { RestoredNote } from '../keep/RestoredNote.tsx'
import type { useKeptForm } from '../keep/use-kept-form.ts'
import { submissionKey } from '../return/draft.ts'
import { useFieldValue } from '../return/use-field-value.ts'
import { useVocabulary } from '../session/me.ts'
import type { Proposal } from './proposal.ts'
import { columnsOf, rowsOf, textsOf, typedOf } from './rows.ts'
import { SheetGrid } from './SheetGrid.tsx'
import { readWork } from './work.ts'

/** The cells of a closed period as a proposal: nothing is written before another person approves. */
export function ProposeForm({
  sheet,
  kept,
  onClose,
}: {
  sheet: ReturnSheet
  /** Where its words stay until it is sent. */
  kept: ReturnType<typeof useKeptForm<Proposal>>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const box = useId()
  const money = useVocabulary().currency.row
  const { reason } = kept.form
  const columns = useMemo(() => columnsOf(sheet.fields), [sheet.fields])
  const rows = useMemo(() => rowsOf(sheet.rows, sheet.fields, false), [sheet])
  const as = { money, year: Number(sheet.return.period.slice(0, 4)) }
  const [typed] = useState(() => typedOf(kept.form.texts, columns, rows, as))
  const grid = useGrid({
    columns,
    rows,
    ...as,
    typed,
    onChange: next => kept.set({ texts: textsOf(next), key: '' }),
  })
  const work = useMemo(() => readWork(sheet.rows, grid.filled), [sheet.rows, grid.filled])
  const propose = useMutation({
    mutationFn: () => {
      const key = kept.form.key || submissionKey()
      kept.set({ key })
      return call(routes.proposeCorrection, {
        body: {
          period: sheet.return.period,
          rows: work.rows.map(({ project, figures }) => ({ project, figures: { ...figures } })),
          reason: reason.trim(),
          key,
        },
      })
    },
    onSuccess: () => {
      kept.clear()
      return refresh()
    },
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
      <RestoredNote
        restored={kept.restored}
        failed={kept.failed}
        onDrop={() => {
          kept.clear()
          grid.dispatch({ do: 'restore', typed: {} })
        }}
      />
      <SheetGrid sheet={sheet} grid={grid} />
      <section className="submit-bar no-print" aria-label={t('correction.propose')}>
        <ChangedCells sheet={sheet} work={work} />
        <label htmlFor={box}>{t('return.reason')}</label>
        <Input
          id={box}
          className="submit-reason"
          value={reason}
          maxLength={500}
          onChange={event => kept.set({ reason: event.target.value, key: '' })}
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
        <Button onClick={onClose}>{t(kept.isEmpty ? 'shell.cancel' : 'correction.later')}</Button>
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
