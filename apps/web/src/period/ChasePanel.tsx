import { type Response, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh, useApi } from '../api/use-api.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { ChaseLines } from './ChaseLines.tsx'
import type { PeriodData } from './data.ts'

/** What has gone out about the period, what is still to come by the rules, and a word at once to units chosen. */
export function ChasePanel({
  data: { line, units },
  ticked,
  dispatches,
}: {
  data: PeriodData
  ticked: ReadonlySet<string>
  dispatches: boolean
}) {
  const { t } = useTranslation()
  const query = useApi(routes.getChase, { params: { period: line.period } })
  const owing = units.filter(unit => unit.state === 'open' || unit.state === 'returned')
  const chosen = units.filter(unit => ticked.has(unit.unit))
  const lines = query.data?.lines ?? []
  const sent = lines.filter(one => one.sentAt !== null)
  // A closed period is owed no more: nothing further goes out by the rules.
  const coming = line.state === 'closed' ? [] : lines.filter(one => one.sentAt === null)
  return (
    <section className="panel chase">
      <header>
        <h2>{t('chase.title')}</h2>
        {query.data && (
          <span className="soft">{t('chase.counts', { sent: sent.length, coming: coming.length })}</span>
        )}
      </header>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {dispatches && line.state === 'open' && owing.length > 0 && (
        <Now
          period={line.period}
          units={(chosen.length > 0 ? chosen : owing).map(one => one.unit)}
          all={chosen.length === 0}
        />
      )}
      {query.data && sent.length + coming.length === 0 && <p className="soft">{t('chase.none')}</p>}
      {sent.length > 0 && <ChaseLines title={t('chase.sent')} lines={sent} />}
      {coming.length > 0 && <ChaseLines title={t('chase.coming')} lines={coming} />}
    </section>
  )
}

function Now({ period, units, all }: { period: string; units: readonly string[]; all: boolean }) {
  const { t } = useTranslation()
  const box = useId()
  const [text, setText] = useState('')
  const chase = useMutation({
    mutationFn: () =>
      call(routes.chaseNow, {
        params: { period },
        body: { units: [...units], text: text.trim() || undefined },
      }),
    onSuccess: () => {
      setText('')
      return refresh()
    },
  })
  return (
    <form
      className="chase-now no-print"
      onSubmit={event => {
        event.preventDefault()
        chase.mutate()
      }}
    >
      <label htmlFor={box}>{t('chase.words')}</label>
      <Input
        id={box}
        value={text}
        maxLength={500}
        placeholder={t('chase.words-none')}
        onChange={event => setText(event.target.value)}
      />
      <Button htmlType="submit" loading={chase.isPending}>
        {t(all ? 'chase.now-all' : 'chase.now', { count: units.length })}
      </Button>
      {chase.error && <ErrorNote error={chase.error} />}
      {chase.data && <Told told={chase.data} />}
    </form>
  )
}

function Told({ told }: { told: Response<typeof routes.chaseNow> }) {
  const { t } = useTranslation()
  return (
    <p role="status">
      {t('chase.told', { told: told.told, already: told.already })}
      {told.nobody.length > 0 && (
        <b className="days-late"> {t('chase.nobody-of', { units: told.nobody.join(t('setup.and')) })}</b>
      )}
    </p>
  )
}
