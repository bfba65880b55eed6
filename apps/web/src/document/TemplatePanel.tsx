import { type Response, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { address, call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import type { DocumentKind, Documents } from './data.ts'
import { FaultList } from './FaultList.tsx'

type Added = Response<typeof routes.addDocumentTemplate>

/** The bureau's own layout of a kind: start from ours, edit it in WPS or Word, bring it back. */
export function TemplatePanel({ data, kind }: { data: Documents; kind: DocumentKind }) {
  const { t } = useTranslation()
  const pick = usePick()
  const figures = useFigures()
  const input = useRef<HTMLInputElement>(null)
  const params = { kind: kind.id }
  const add = useMutation({
    mutationFn: (file: File) => call(routes.addDocumentTemplate, { params, file }),
    onSuccess: () => refresh(),
  })
  const retire = useMutation({
    mutationFn: () => call(routes.retireDocumentTemplate, { params }),
    onSuccess: () => {
      add.reset()
      return refresh()
    },
  })
  if (kind.formats[0] !== 'docx') return null
  const own = data.templates.find(one => one.kind === kind.id)
  return (
    <section className="panel template no-print">
      <header>
        <h2>{t('template.title', { kind: pick(kind) })}</h2>
      </header>
      <p>
        {own
          ? t('template.own', { name: own.fileName, by: own.addedBy, at: figures.moment(own.addedAt) })
          : t('template.built-in')}
      </p>
      <div className="template-acts">
        <Button href={address(routes.getDocumentTemplate, { params })} download>
          {t('template.starter')}
        </Button>
        {own && (
          <Button href={address(routes.getDocumentTemplate, { params, query: { which: 'own' } })} download>
            {t('template.download')}
          </Button>
        )}
        <Button loading={add.isPending} onClick={() => input.current?.click()}>
          {t('template.upload')}
        </Button>
        {own && (
          <Button loading={retire.isPending} onClick={() => retire.mutate()}>
            {t('template.retire')}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('template.upload')}
          accept=".docx"
          onChange={event => {
            const file = event.target.files?.item(0)
            event.target.value = ''
            if (file) add.mutate(file)
          }}
        />
      </div>
      {add.data && <Told added={add.data} />}
      {(add.error ?? retire.error) && <ErrorNote error={add.error ?? retire.error} />}
    </section>
  )
}

function Told({ added }: { added: Added }) {
  const { t } = useTranslation()
  if (added.kept) return <Alert type="success" showIcon title={t('template.kept')} />
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('template.refused', { count: added.faults.length })}
      description={<FaultList faults={added.faults} />}
    />
  )
}
