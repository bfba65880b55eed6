import { routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh, useApi } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { TimeBar } from '../time/TimeBar.tsx'
import { FormPanel } from './FormPanel.tsx'
import './form.css'

/** 套表: forms of upper levels, each uploaded once, then filled for any period. */
export function FormsPage() {
  const { t } = useTranslation()
  const { id } = useSearch({ from: '/forms' })
  const navigate = useNavigate({ from: '/forms' })
  const open = (form: string | undefined) => void navigate({ search: { id: form } })
  return (
    <div className="page">
      <TimeBar bar={undefined} />
      <main className="forms">
        <h1>{t('forms.title')}</h1>
        <p className="soft">{t('forms.means')}</p>
        <Forms open={open} chosen={id} />
        {id && <FormPanel key={id} id={id} onGone={() => open(undefined)} />}
      </main>
    </div>
  )
}

function Forms({ open, chosen }: { open: (id: string) => void; chosen: string | undefined }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const query = useApi(routes.listForms)
  const add = useMutation({
    mutationFn: (file: File) => call(routes.addForm, { file }),
    onSuccess: form => {
      refresh()
      open(form.id)
    },
  })
  return (
    <section className="panel">
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {query.data?.forms.length === 0 && <p className="soft">{t('forms.none')}</p>}
      <ul className="rows">
        {query.data?.forms.map(one => (
          <li key={one.id} className="beside">
            <Button type="link" aria-current={one.id === chosen} onClick={() => open(one.id)}>
              {one.name}
            </Button>
            <span className="soft">
              {one.fileName} · {figures.moment(one.addedAt)}
            </span>
          </li>
        ))}
      </ul>
      {query.data && (
        <label className="file-button">
          {t('forms.add')}
          <input
            type="file"
            accept=".xlsx"
            disabled={add.isPending}
            onChange={event => {
              const file = event.target.files?.item(0)
              if (file) add.mutate(file)
              event.target.value = ''
            }}
          />
        </label>
      )}
      {add.error && <ErrorNote error={add.error} />}
    </section>
  )
}
