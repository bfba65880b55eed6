import type { ReturnSheet } from '@guatu/contract'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { signed } from '../figure/text.ts'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { useFieldValue } from '../return/use-field-value.ts'

type Row = ReturnSheet['rows'][number]
type Field = ReturnSheet['fields'][number]

/** Projects down, figures across, to be read: with the last value, the change and the plan beneath each. */
export function SheetTable({
  sheet,
  begin,
}: {
  sheet: ReturnSheet
  /** What may be begun from these figures. */
  begin?: { readonly label: string; readonly go: () => void }
}) {
  const { t } = useTranslation()
  const pick = usePick()
  const { rowUnit } = useFigures()
  return (
    <section className="panel sheet">
      <header>
        <h2>{t('sheet.figures')}</h2>
        {begin && (
          <Button className="no-print" onClick={begin.go}>
            {begin.label}
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
                  <th scope="col" key={field.id} className={isNumber(field) ? 'number' : undefined}>
                    {pick(field)}
                    {field.type === 'money' && <small className="nd">{rowUnit}</small>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sheet.rows.map(row => (
                <tr key={row.project}>
                  <th scope="row">
                    {row.name}
                    {sheet.return.cadences.length > 1 && (
                      <small className="nd">
                        {sheet.return.cadences
                          .filter(one => row.cadences.includes(one.id))
                          .map(pick)
                          .join(t('setup.and'))}
                      </small>
                    )}
                  </th>
                  {sheet.fields.map(field => (
                    <td
                      key={field.id}
                      className={
                        isNumber(field) ? 'number' : saysNothing(row, field) ? 'not-said' : undefined
                      }
                      data-label={pick(field)}
                    >
                      <Shown cell={row.cells[field.id]} field={field} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <Sums sheet={sheet} />
          </table>
        </div>
      )}
    </section>
  )
}

/** Left out on the phone: words that nobody wrote. */
const saysNothing = (row: Row, { id }: Field) => (row.cells[id]?.value ?? null) === null

const isNumber = ({ type }: Field) => type === 'money' || type === 'integer'

/** As the worksheet has it while it is filled in: what is not reported counts as nothing, and is counted. */
function Sums({ sheet: { rows, fields } }: { sheet: ReturnSheet }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('grid.sum', { count: rows.length })}</th>
        {fields.map(field => {
          const values = rows.flatMap(row => row.cells[field.id]?.value ?? [])
          const sum = values.reduce<number>((all, one) => all + Number(one), 0)
          return (
            <td
              key={field.id}
              className={isNumber(field) ? 'number' : undefined}
              data-label={isNumber(field) ? t('grid.sum', { count: rows.length }) : undefined}
            >
              {field.type === 'money' && figures.row(sum)}
              {field.type === 'integer' && figures.count(sum)}
              <small className="nd">{t('grid.filled', { count: values.length, all: rows.length })}</small>
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}

function Shown({ cell, field }: { cell: Row['cells'][string] | undefined; field: Field }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const words = useFieldValue()
  const text = (value: number | string | null) =>
    field.type === 'money' && typeof value === 'number' ? figures.row(value) : words.value(field.id, value)
  const now = cell?.value ?? null
  const last = cell?.last?.value
  const change = typeof now === 'number' && typeof last === 'number' ? now - last : undefined
  const beneath = [
    last !== undefined && last !== now && t('sheet.last', { value: text(last) }),
    change !== undefined && t('sheet.change', { value: change === 0 ? '±0' : signed(text(change)) }),
    typeof cell?.plan === 'number' && t('sheet.plan', { value: figures.row(cell.plan) }),
  ].filter(Boolean)
  return (
    <>
      {text(now)}
      {beneath.length > 0 && <small className="nd">{beneath.join(' ')}</small>}
    </>
  )
}
