import type { Response, routes } from '@guatu/contract'
import { toMinor } from '@guatu/kernel'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MoneyUnit } from '../figure/text.ts'
import { useFigures } from '../figure/use-figures.ts'
import { boxText } from '../return/draft.ts'
import { useVocabulary } from '../session/me.ts'
import { Field } from '../setup/Field.tsx'

type Parts = Response<typeof routes.projectParts>
type Texts = Readonly<Record<string, string>>

/** Amounts of the boxes in minor units, empty ones left out; undefined where one is no amount. */
export function amountsOf(texts: Texts, { scale }: MoneyUnit): Record<string, number> | undefined {
  const amounts: Record<string, number> = {}
  for (const [key, text] of Object.entries(texts)) {
    const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
    if (plain === '') continue
    const amount = toMinor(plain, scale)
    if (!amount.ok || amount.value < 0) return undefined
    amounts[key] = amount.value
  }
  return amounts
}

/** Of the project that goes on, its figures with the other's in them: both are shown, the sum is only taken when asked for. */
export function MergeFigures({
  own,
  other,
  texts,
  onText,
}: {
  own: Parts
  other: Parts
  texts: Texts
  onText: (key: string, text: string) => void
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { row } = useVocabulary().currency
  const fields = Object.keys(own.figures)
  if (fields.length === 0) return <p className="soft">{t('reorganise.no-figures')}</p>
  if (!own.ended)
    return <p className="soft">{t('reorganise.figures-later', { period: figures.period(own.period) })}</p>
  return (
    <fieldset className="parts">
      <legend>{t('reorganise.figures-of', { name: other.name, period: figures.period(own.period) })}</legend>
      {fields.map(field => {
        const [left, stays] = [own.figures[field] ?? 0, other.figures[field] ?? 0]
        return (
          <Field
            key={field}
            label={`${t(`field.${field}` as 'field.invest-ytd')}（${figures.rowUnit}）`}
            help={t('reorganise.two-figures', { stays: figures.row(stays), left: figures.row(left) })}
          >
            {id => (
              <span className="amount">
                <Input
                  id={id}
                  inputMode="decimal"
                  value={texts[`figure ${field}`] ?? ''}
                  onChange={event => onText(`figure ${field}`, event.target.value)}
                />
                <Button onClick={() => onText(`figure ${field}`, boxText('money', left + stays, row))}>
                  {t('reorganise.take-sum')}
                </Button>
              </span>
            )}
          </Field>
        )
      })}
    </fieldset>
  )
}

/** The new project's part of each amount; beside it what stays, so that the two add up. */
export function SplitParts({
  own,
  texts,
  onText,
}: {
  own: Parts
  texts: Texts
  onText: (key: string, text: string) => void
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { row } = useVocabulary().currency
  const amounts = amountsOf(texts, row) ?? {}
  const box = (key: string, label: string, whole: number) => (
    <Field
      key={key}
      label={`${label}（${figures.rowUnit}）`}
      help={t('reorganise.stays', {
        whole: figures.row(whole),
        rest: figures.row(whole - (amounts[key] ?? 0)),
      })}
    >
      {id => (
        <Input
          id={id}
          inputMode="decimal"
          value={texts[key] ?? ''}
          onChange={event => onText(key, event.target.value)}
        />
      )}
    </Field>
  )
  return (
    <fieldset className="parts">
      <legend>{t('reorganise.parts')}</legend>
      {own.totalInvest !== null && box('total-invest', t('field.total-invest'), own.totalInvest)}
      {own.plans.map(plan =>
        box(`plan ${plan.list}`, `${t('field.annual-plan')} · ${plan.name}`, plan.annualPlan ?? 0),
      )}
      {own.ended
        ? Object.entries(own.figures).map(([field, whole]) =>
            box(
              `figure ${field}`,
              `${t(`field.${field}` as 'field.invest-ytd')} · ${figures.period(own.period)}`,
              whole,
            ),
          )
        : Object.keys(own.figures).length > 0 && (
            <p className="soft">{t('reorganise.figures-later', { period: figures.period(own.period) })}</p>
          )}
    </fieldset>
  )
}
