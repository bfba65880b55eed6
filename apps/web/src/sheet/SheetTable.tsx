import type { ReturnSheet } from '@guatu/contract'
import { groupBy } from '@guatu/kernel'
import { Button } from 'antd'
import { memo, useCallback, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Photos } from '../evidence/Photos.tsx'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import type { Draft } from '../return/draft.ts'
import type { SheetFinding } from './findings.ts'
import { SheetCell } from './SheetCell.tsx'
import type { Texts, Work } from './work.ts'

type Row = ReturnSheet['rows'][number]
const NO_TEXTS: Draft = {}
const NO_FINDINGS: readonly SheetFinding[] = []

/** Projects down, figures across; boxes where `onType` is given, plain figures else. */
export function SheetTable({
  sheet,
  work,
  texts = {},
  findings = NO_FINDINGS,
  onType,
  onPropose,
}: {
  sheet: ReturnSheet
  work?: Work
  texts?: Texts
  findings?: readonly SheetFinding[]
  onType?: (texts: Texts) => void
  onPropose?: () => void
}) {
  const { t } = useTranslation()
  const pick = usePick()
  const { rowUnit } = useFigures()
  const latest = useRef({ texts, onType })
  latest.current = { texts, onType }
  const type = useCallback((project: string, field: string, text: string) => {
    const now = latest.current
    now.onType?.({ ...now.texts, [project]: { ...now.texts[project], [field]: text } })
  }, [])
  const ofRow = useMemo(() => groupBy(findings, one => one.project), [findings])
  return (
    <section className="panel sheet">
      <header>
        <h2>{t('sheet.figures')}</h2>
        {onPropose && (
          <Button className="no-print" onClick={onPropose}>
            {t('correction.begin')}
          </Button>
        )}
      </header>
      {sheet.rows.length === 0 ? (
        <p className="soft">{t('sheet.no-rows')}</p>
      ) : (
        <div className="table-wrap sheet-wrap">
          <table className="grid sheet-table">
            <thead>
              <tr>
                <th scope="col">{t('project.name')}</th>
                {sheet.fields.map(field => (
                  <th
                    scope="col"
                    key={field.id}
                    className={field.type === 'money' || field.type === 'integer' ? 'number' : undefined}
                  >
                    {pick(field)}
                    {field.type === 'money' && <small className="nd">{rowUnit}</small>}
                  </th>
                ))}
                <th scope="col">{t('evidence.title')}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.rows.map(row => (
                <Line
                  key={row.project}
                  row={row}
                  sheet={sheet}
                  draft={texts[row.project] ?? NO_TEXTS}
                  empty={work?.empty.includes(row.project) ?? false}
                  findings={ofRow.get(row.project) ?? NO_FINDINGS}
                  type={onType ? type : undefined}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** Typing in one row leaves the others alone. */
const Line = memo(function Line({
  row,
  sheet,
  draft,
  empty,
  findings,
  type,
}: {
  row: Row
  sheet: ReturnSheet
  draft: Draft
  empty: boolean
  findings: readonly SheetFinding[]
  type?: (project: string, field: string, text: string) => void
}) {
  const { t } = useTranslation()
  const pick = usePick()
  const names = row.cadences.map(id => sheet.return.cadences.find(one => one.id === id)).filter(one => !!one)
  return (
    <tr className={empty ? 'row-empty' : undefined}>
      <th scope="row">
        {row.name}
        {sheet.return.cadences.length > 1 && (
          <small className="nd">{names.map(pick).join(t('setup.and'))}</small>
        )}
        {empty && <small className="days-near">{t('none.not-reported')}</small>}
      </th>
      {sheet.fields.map(field => (
        <SheetCell
          key={field.id}
          row={row}
          field={field}
          text={draft[field.id]}
          findings={findings.filter(one => one.field === field.id)}
          onType={type && (text => type(row.project, field.id, text))}
        />
      ))}
      <td data-label={t('evidence.title')}>
        <Photos row={row} period={sheet.return.period} adds={type !== undefined} />
      </td>
    </tr>
  )
})
