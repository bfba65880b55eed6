import { type Response, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh, useApi } from '../api/use-api.ts'
import { Field } from '../setup/Field.tsx'
import { FeedAddress } from './FeedAddress.tsx'

/** One's own mail address and calendar. */
export function Reach() {
  const { t } = useTranslation()
  const query = useApi(routes.getReach)
  return (
    <section className="panel reach" aria-label={t('reach.title')}>
      <h2>{t('reach.title')}</h2>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <>
          <MailAddress reach={query.data} />
          <FeedAddress since={query.data.feedSince} />
        </>
      )}
    </section>
  )
}

function MailAddress({ reach }: { reach: Response<typeof routes.getReach> }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [mail, setMail] = useState(reach.mail ?? '')
  const save = useMutation({
    mutationFn: () => call(routes.saveMail, { body: { mail: mail.trim() || null } }),
    onSuccess: () => {
      void message.success(t('reach.saved'))
      return refresh()
    },
  })
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Field label={t('reach.mail')} help={t('reach.mail-means')}>
        {id => (
          <span className="beside">
            <Input id={id} type="email" value={mail} onChange={event => setMail(event.target.value)} />
            <Button htmlType="submit" loading={save.isPending}>
              {t('reach.save')}
            </Button>
          </span>
        )}
      </Field>
      {save.error && <ErrorNote error={save.error} />}
    </form>
  )
}
