import { type Body, type Form, routes } from '@guatu/contract'
import { MONEY_UNITS } from '@guatu/kernel'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { queries, refresh, useApi } from '../api/use-api.ts'
import { usePick } from '../language/index.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { Cells } from './Cells.tsx'
import { Fill } from './Fill.tsx'

type Given = Body<typeof routes.saveForm>
const UNITS = Object.keys(MONEY_UNITS)

/** One form: what goes into its columns and single cells, then the period that it is filled for. */
export function FormPanel({ id, onGone }: { id: string; onGone: () => void }) {
  const { t } = useTranslation()
  const pick = usePick()
  const query = useApi(routes.getForm, { params: { id } })
  const save = useMutation({
    mutationFn: (body: Given) => call(routes.saveForm, { params: { id }, body }),
    onSuccess: form => {
      queries.setQueryData([routes.getForm.name, { id }, null], form)
      void queries.invalidateQueries({ queryKey: [routes.previewForm.name] })
    },
  })
  const remove = useMutation({
    mutationFn: () => call(routes.deleteForm, { params: { id } }),
    onSuccess: () => {
      onGone()
      refresh()
    },
  })
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Waiting />
  const form = query.data
  return (
    <>
      <section className="panel">
        <p className="choices">
          <Input
            aria-label={t('forms.name')}
            defaultValue={form.name}
            maxLength={60}
            onBlur={event => event.target.value.trim() && save.mutate({ name: event.target.value.trim() })}
          />
          <Select
            aria-label={t('facet.list')}
            value={form.list ?? ''}
            onChange={(list: string) => save.mutate({ list: list || null })}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: t('forms.all-projects') },
              ...form.lists.map(one => ({ value: one.id, label: pick(one) })),
            ]}
          />
          <span className="soft">
            {form.listed > 0 ? t('forms.listed', { count: form.listed }) : t('forms.below-header')}
          </span>
          <Button size="small" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('forms.remove')}
          </Button>
        </p>
        {save.error && <ErrorNote error={save.error} />}
        <Columns form={form} save={save.mutate} />
        <Cells form={form} save={cells => save.mutate({ cells })} />
      </section>
      <Fill form={form} />
    </>
  )
}

function Columns({ form, save }: { form: Form; save: (given: Given) => void }) {
  const { t } = useTranslation()
  const pick = usePick()
  if (form.columns.length === 0) return <p>{t('forms.no-table')}</p>
  const change = (column: number, given: Partial<Form['columns'][number]>) =>
    save({
      columns: form.columns.map(one => ({
        column: one.column,
        field: one.field,
        unit: one.unit,
        ...(one.column === column ? given : {}),
      })),
    })
  return (
    <table className="grid">
      <thead>
        <tr>
          <th scope="col">{t('forms.column')}</th>
          <th scope="col">{t('import.field')}</th>
          <th scope="col">{t('forms.unit')}</th>
        </tr>
      </thead>
      <tbody>
        {form.columns.map(one => (
          <tr key={one.column}>
            <th scope="row">
              {one.letter} {one.header}
            </th>
            <td>
              <Select
                aria-label={`${one.letter} ${t('import.field')}`}
                size="small"
                value={one.field ?? ''}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(field: string) => change(one.column, { field: field || null })}
                popupMatchSelectWidth={false}
                options={[
                  { value: '', label: t('forms.leave') },
                  ...form.fields.map(field => ({ value: field.id, label: pick(field) })),
                ]}
              />
            </td>
            <td>
              <Select
                aria-label={`${one.letter} ${t('forms.unit')}`}
                size="small"
                value={one.unit ?? ''}
                onChange={(unit: string) => change(one.column, { unit: unit || null })}
                options={[{ value: '', label: '—' }, ...UNITS.map(unit => ({ value: unit, label: unit }))]}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
