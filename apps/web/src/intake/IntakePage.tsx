import { type Intake, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Progress, Select } from 'antd'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { queries, refresh, useApi } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { Conflicts } from './Conflicts.tsx'
import { countIntake } from './count.ts'
import { FileTable } from './FileTable.tsx'
import { Gaps } from './Gaps.tsx'
import { type Sending, sendAll } from './send.ts'
import { TakeAll } from './TakeAll.tsx'
import type { Decision } from './use-decide.ts'
import './intake.css'

/** Many files on one page: whose and of when each is, what does not fit side by side, one commit, each result with its undo. */
export function IntakePage({
  id,
  files,
  onLeave,
}: {
  id: string
  files: readonly File[]
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const [sending, setSending] = useState<Sending>()
  const stop = useRef(new AbortController())
  const begun = useRef(false)
  const send = useMutation({
    mutationFn: (more: readonly File[]) => sendAll(id, more, setSending, stop.current.signal),
    onSettled: refresh,
  })
  if (!begun.current && files.length > 0) {
    begun.current = true
    queueMicrotask(() => send.mutate(files))
  }
  const arriving = send.isPending
  return (
    <>
      {sending && <Sent sending={sending} arriving={arriving} onStop={() => stop.current.abort()} />}
      {!arriving && <Table id={id} onLeave={onLeave} />}
      {!arriving && (
        <label className="file-button no-print">
          {t('intake.more')}{' '}
          <input
            type="file"
            multiple
            accept=".xlsx,.csv"
            onChange={event => {
              stop.current = new AbortController()
              send.mutate([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </label>
      )}
    </>
  )
}

function Sent({ sending, arriving, onStop }: { sending: Sending; arriving: boolean; onStop: () => void }) {
  const { t } = useTranslation()
  const pick = usePick()
  const { done, all, failed } = sending
  if (!arriving && failed.length === 0) return null
  return (
    <section className="panel" role="status">
      {arriving && (
        <p className="sending">
          <Progress percent={Math.round((done / Math.max(1, all)) * 100)} showInfo={false} />
          {t('intake.reading', { done, all })}
          <Button size="small" onClick={onStop}>
            {t('shell.cancel')}
          </Button>
        </p>
      )}
      {failed.map(one => (
        <p key={one.name}>
          <b>{one.name}</b> {pick({ name: one.zh, nameEn: one.en })}
        </p>
      ))}
    </section>
  )
}

function Table({ id, onLeave }: { id: string; onLeave: () => void }) {
  const { t } = useTranslation()
  const query = useApi(routes.getIntake, { params: { id } })
  const decide = useMutation({
    mutationFn: (body: Decision) => call(routes.decideIntake, { params: { id }, body }),
    onSuccess: intake => queries.setQueryData([routes.getIntake.name, { id }, null], intake),
  })
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Waiting />
  const intake = query.data
  const choose = decide.mutate
  return (
    <>
      <section className="panel">
        <header className="file-line">
          <h2>{t('intake.title')}</h2>
          <ChoosePeriod intake={intake} choose={choose} />
          <Counts intake={intake} />
          <Button onClick={onLeave}>{t('intake.leave')}</Button>
        </header>
        {decide.error && <ErrorNote error={decide.error} />}
        <FileTable intake={intake} choose={choose} busy={decide.isPending} />
      </section>
      <Gaps intake={intake} />
      <Conflicts intake={intake} choose={choose} />
      <TakeAll intake={intake} waiting={decide.isPending} />
    </>
  )
}

function ChoosePeriod({ intake, choose }: { intake: Intake; choose: (decision: Decision) => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const box = useId()
  return (
    <span>
      <label htmlFor={box}>{t('import.period')}</label>{' '}
      <Select
        id={box}
        value={intake.period}
        onChange={(period: string) => choose({ period })}
        popupMatchSelectWidth={false}
        options={intake.periods.map(period => ({ value: period, label: figures.period(period) }))}
      />
    </span>
  )
}

function Counts({ intake }: { intake: Intake }) {
  const { t } = useTranslation()
  return <span className="soft">{t('intake.counts', { ...countIntake(intake) })}</span>
}
