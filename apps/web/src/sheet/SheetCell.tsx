import type { ReturnSheet } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { useLanguage, usePick } from '../language/index.ts'
import { STAGE_ORDER } from '../light/reason.ts'
import { boxText, readBox } from '../return/draft.ts'
import { useFieldValue } from '../return/use-field-value.ts'
import type { SheetFinding } from './findings.ts'

type Row = ReturnSheet['rows'][number]
type Field = ReturnSheet['fields'][number]

/** One figure with what is known beneath it: last value, change, plan to date. */
export function SheetCell({
  row,
  field,
  text,
  findings,
  onType,
}: {
  row: Row
  field: Field
  text: string | undefined
  findings: readonly SheetFinding[]
  onType?: (text: string) => void
}) {
  const pick = usePick()
  const language = useLanguage()
  const { rowScale } = useFigures()
  const { value } = useFieldValue()
  const cell = row.cells[field.id]
  const shown = text ?? boxText(field.type, cell?.value ?? undefined, rowScale)
  const read = readBox(field.type, shown, rowScale)
  const numeric = field.type === 'money' || field.type === 'integer'
  const worst =
    findings.some(one => one.severity === 'error') || !read.ok ? 'bad' : findings.length > 0 ? 'warn' : ''
  return (
    <td className={`${numeric ? 'number' : ''} ${worst && `cell-${worst}`}`} data-label={pick(field)}>
      {onType ? (
        <Input
          field={field}
          label={`${row.name} ${pick(field)}`}
          text={shown}
          bad={worst === 'bad'}
          onType={onType}
        />
      ) : (
        <ReadOnly field={field} value={cell?.value ?? null} />
      )}
      {cell?.last && (
        <Known
          cell={cell}
          field={field}
          now={read.ok ? read.value : null}
          words={value(field.id, cell.last.value)}
        />
      )}
      {findings.map(one => (
        <small key={one.check} className="cell-finding">
          {one.message[language]}
        </small>
      ))}
    </td>
  )
}

function ReadOnly({ field, value }: { field: Field; value: number | string | null }) {
  const figures = useFigures()
  const words = useFieldValue()
  return field.type === 'money' && typeof value === 'number'
    ? figures.row(value)
    : words.value(field.id, value)
}

function Known({
  cell,
  field,
  now,
  words,
}: {
  cell: NonNullable<Row['cells'][string]>
  field: Field
  now: number | string | null
  words: string
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { last, plan } = cell
  if (!last) return null
  const money = field.type === 'money' && typeof last.value === 'number'
  const change = money && typeof now === 'number' ? now - (last.value as number) : undefined
  return (
    <small className="nd">
      {t('sheet.last', { value: money ? figures.row(last.value as number) : words })}
      {change !== undefined &&
        ` ${t('sheet.change', { value: `${change >= 0 ? '+' : ''}${figures.row(change)}` })}`}
      {plan !== null && ` ${t('sheet.plan', { value: figures.row(plan) })}`}
    </small>
  )
}

function Input({
  field,
  label,
  text,
  bad,
  onType,
}: {
  field: Field
  label: string
  text: string
  bad: boolean
  onType: (text: string) => void
}) {
  const { t } = useTranslation()
  const shared = { 'data-box': '', 'aria-label': label, 'aria-invalid': bad, value: text }
  if (field.type === 'stage')
    return (
      <select {...shared} onChange={event => onType(event.target.value)}>
        <option value="">{t('none.not-reported')}</option>
        {STAGE_ORDER.map(stage => (
          <option key={stage} value={stage}>
            {t(`stage.${stage}`)}
          </option>
        ))}
      </select>
    )
  const numeric = field.type === 'money' || field.type === 'integer'
  return (
    <input
      {...shared}
      type={field.type === 'day' ? 'date' : 'text'}
      inputMode={numeric ? 'decimal' : undefined}
      onChange={event => onType(event.target.value)}
    />
  )
}
