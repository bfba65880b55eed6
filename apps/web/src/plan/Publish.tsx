import { routes, type SchemeDraft } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { queries } from '../api/use-api.ts'
import { useDays } from '../figure/use-days.ts'
import { isReason, ReasonField } from '../person/Form.tsx'
import { Field } from '../setup/Field.tsx'
import { Changes } from './Changes.tsx'
import { Effects } from './Effects.tsx'

/** From which day, what it would change and for whom; then a reason, and only then is it put into force. */
export function Publish({
  draft,
  inForce,
  least,
  ready,
  onFrom,
  onPublished,
}: {
  draft: SchemeDraft
  inForce: { readonly from: string; readonly to: string }
  /** The version before holds from then. */
  least: string
  ready: boolean
  onFrom: (day: string) => void
  onPublished: () => void
}) {
  const { t } = useTranslation()
  const days = useDays()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const { kind, text, from } = draft
  const body = { kind, text, from }
  const preview = useMutation({ mutationFn: () => call(routes.previewScheme, { body }) })
  const publish = useMutation({
    mutationFn: (fingerprint: string) =>
      call(routes.publishScheme, { body: { ...body, fingerprint, reason: reason.trim(), key } }),
    onSuccess: async () => {
      onPublished()
      await navigate({ to: '/plan', search: { view: 'versions' } })
      // The plan gives the screens their words too: everything is asked anew.
      await queries.invalidateQueries()
    },
  })
  const shown = preview.data
  return (
    <div className="deed plan-publish">
      <div className="plan-links">
        <Field label={t('plan.from-day')} help={kind === 'supplement' ? t('plan.from-in-text') : undefined}>
          {id => (
            <Input
              id={id}
              type="date"
              required
              disabled={kind === 'supplement'}
              min={least > inForce.from ? least : inForce.from}
              max={inForce.to}
              value={from}
              onChange={event => onFrom(event.target.value)}
            />
          )}
        </Field>
        <Button
          type={shown ? 'default' : 'primary'}
          disabled={!ready}
          loading={preview.isPending}
          onClick={() => preview.mutate()}
        >
          {t('plan.preview')}
        </Button>
      </div>
      {preview.error && <ErrorNote error={preview.error} />}
      {shown && (
        <>
          <h3>{t('plan.changes')}</h3>
          <Changes changes={shown.changes} />
          {shown.effects && (
            <>
              <Effects effects={shown.effects} />
              <form
                className="deed"
                onSubmit={event => {
                  event.preventDefault()
                  if (isReason(reason)) publish.mutate(shown.fingerprint)
                }}
              >
                <ReasonField value={reason} onChange={setReason} />
                <p className="soft">{t('plan.publish-means', { day: days.day(from) })}</p>
                {publish.error && <ErrorNote error={publish.error} />}
                <p className="deed-end">
                  <Button
                    type="primary"
                    htmlType="submit"
                    disabled={!isReason(reason)}
                    loading={publish.isPending}
                  >
                    {t('plan.publish')}
                  </Button>
                </p>
              </form>
            </>
          )}
        </>
      )}
    </div>
  )
}
