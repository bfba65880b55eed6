import type { Form } from '@guatu/contract'
import { MONEY_UNITS } from '@guatu/kernel'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePick } from '../language/index.ts'
import { holdsKey, holdsOf, keepsUnit, type Single, SUMMED } from './holds.ts'

const UNITS = ['', ...Object.keys(MONEY_UNITS)]

/** Single cells by address (B5) or by a name that the form defines. */
export function Cells({ form, save }: { form: Form; save: (cells: Single[]) => void }) {
  const { t } = useTranslation()
  const options = useHolds(form)
  const [cell, setCell] = useState('')
  const [key, setKey] = useState<string>()
  const [unit, setUnit] = useState('')
  const names = new Map(options.map(one => [one.value, one.label]))
  return (
    <>
      <h3>{t('forms.cells')}</h3>
      <ul className="rows">
        {form.cells.map(one => (
          <li key={`${one.sheet} ${one.cell}`} className="line">
            <b>{one.sheet ? `${one.sheet}!${one.cell}` : one.cell}</b>
            <span>
              {names.get(holdsKey(one.holds)) ?? holdsKey(one.holds)} {keepsUnit(one.holds)}
            </span>
            <Button size="small" onClick={() => save(form.cells.filter(other => other !== one))}>
              {t('forms.drop-cell')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="choices">
        <Input
          aria-label={t('forms.cell')}
          placeholder={t('forms.cell')}
          value={cell}
          maxLength={255}
          onChange={event => setCell(event.target.value)}
        />
        <Select
          aria-label={t('forms.holds')}
          placeholder={t('forms.holds')}
          value={key}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={setKey}
          popupMatchSelectWidth={false}
          options={options}
        />
        <Select
          aria-label={t('forms.unit')}
          value={unit}
          onChange={setUnit}
          options={UNITS.map(one => ({ value: one, label: one || '—' }))}
        />
        <Button
          disabled={cell.trim() === '' || key === undefined}
          onClick={() => {
            save([
              ...form.cells,
              { sheet: form.sheet, cell: cell.trim(), holds: holdsOf(key ?? '', unit || null) },
            ])
            setCell('')
          }}
        >
          {t('forms.add-cell')}
        </Button>
      </p>
    </>
  )
}

function useHolds(form: Form): { value: string; label: string }[] {
  const { t } = useTranslation()
  const pick = usePick()
  const fields = new Map(form.fields.map(one => [one.id, pick(one)]))
  const scopes = [
    { id: 'jurisdiction', name: t('forms.whole') },
    ...form.lists.map(one => ({ id: `list:${one.id}`, name: pick(one) })),
  ]
  return [
    ...(['jurisdiction', 'period', 'as-of'] as const).map(kind => ({
      value: kind as string,
      label: t(`forms.holds.${kind}`),
    })),
    ...form.indicators.flatMap(indicator =>
      scopes.flatMap(scope =>
        (['value', 'numerator', 'denominator'] as const).map(part => ({
          value: `indicator|${indicator.id}|${scope.id}|${part}`,
          label: `${pick(indicator)} · ${scope.name} · ${t(`forms.part.${part}`)}`,
        })),
      ),
    ),
    ...form.lists.flatMap(list => [
      { value: `list|${list.id}|count|`, label: `${pick(list)} · ${t('forms.part.count')}` },
      ...SUMMED.map(field => ({
        value: `list|${list.id}|sum|${field}`,
        label: `${pick(list)} · ${t('forms.part.sum', { field: fields.get(field) ?? field })}`,
      })),
    ]),
  ]
}
