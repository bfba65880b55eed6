import { type Response, routes } from '@guatu/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Modal } from 'antd'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { useStoppable } from '../api/use-stoppable.ts'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import '../person/person.css'
import { submissionKey } from '../return/draft.ts'
import { Field } from '../setup/Field.tsx'
import { useFocusBack } from '../shell/use-focus-back.ts'
import { Waiting } from '../shell/Waiting.tsx'
import type { DocumentKind } from './data.ts'
import { FaultList } from './FaultList.tsx'
import { Making } from './Making.tsx'

type Plan = Response<typeof routes.previewIssue>

interface Asked {
  readonly code?: string
  readonly date?: string
}

/** Issuing asks once: the number it takes, to whom it goes, what is kept for good. */
export function IssueDialog({
  kind,
  period,
  onClose,
}: {
  kind: DocumentKind
  period: string
  onClose: () => void
}) {
  useFocusBack()
  const { t } = useTranslation()
  const pick = usePick()
  const figures = useFigures()
  const [asked, setAsked] = useState<Asked>({})
  const { code, date } = useDeferredValue(asked)
  const input = { query: { kind: kind.id, period, code, date } }
  const query = useQuery<Plan, Error>({
    queryKey: [routes.previewIssue.name, input.query],
    queryFn: ({ signal }) => call(routes.previewIssue, { ...input, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  return (
    <Modal
      open
      width={640}
      footer={null}
      mask={{ closable: false }}
      title={t('document.issue-of', { kind: pick(kind), period: figures.period(period) })}
      onCancel={onClose}
    >
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.data ? (
        <Ask
          kind={kind}
          period={period}
          plan={query.data}
          asked={asked}
          ask={setAsked}
          stale={query.isFetching}
          onClose={onClose}
        />
      ) : (
        query.isPending && <Waiting />
      )}
    </Modal>
  )
}

function Ask({
  kind,
  period,
  plan,
  asked,
  ask,
  stale,
  onClose,
}: {
  kind: DocumentKind
  period: string
  plan: Plan
  asked: Asked
  ask: (asked: Asked) => void
  stale: boolean
  onClose: () => void
}) {
  const { t } = useTranslation()
  const pick = usePick()
  const [to, setTo] = useState(plan.to)
  const [copyTo, setCopyTo] = useState(plan.copyTo)
  const key = useRef(submissionKey())
  const code = asked.code ?? plan.code ?? ''
  const date = asked.date ?? plan.date
  const issue = useStoppable(
    (_: undefined, signal) =>
      call(routes.issueDocument, {
        body: { kind: kind.id, period, code, date, to: to.trim(), copyTo: copyTo.trim(), key: key.current },
        signal,
      }),
    {
      onSuccess: ({ formats }) => {
        if (formats.length === plan.formats.length) onClose()
        void refresh()
      },
      onError: () => void refresh(),
    },
  )
  const kinds = plan.formats.map(one => `.${one}`).join(t('setup.and'))
  const ready = date !== '' && (plan.code === null || code.trim() !== '')
  if (issue.data)
    return (
      <Alert
        type="warning"
        showIcon
        title={t('document.issued-without-pdf', { number: issue.data.number ?? pick(kind) })}
        action={<Button onClick={onClose}>{t('grid.close')}</Button>}
      />
    )
  return (
    <form
      className="deed"
      onSubmit={event => {
        event.preventDefault()
        if (ready && !stale) issue.mutate(undefined)
      }}
    >
      {plan.before.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('document.issued-before', { numbers: plan.before.join(t('setup.and')) })}
        />
      )}
      {plan.code !== null && (
        <Field label={t('document.code')} help={t('document.code-means')}>
          {id => (
            <Input
              id={id}
              required
              maxLength={20}
              value={code}
              onChange={event => ask({ ...asked, code: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label={t('document.date')}>
        {id => (
          <Input
            id={id}
            type="date"
            required
            min={plan.state.asOf}
            value={date}
            onChange={event => ask({ ...asked, date: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('document.to')}>
        {id => (
          <Input.TextArea
            id={id}
            autoSize
            maxLength={500}
            value={to}
            onChange={event => setTo(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('document.copy')}>
        {id => (
          <Input.TextArea
            id={id}
            autoSize
            maxLength={500}
            value={copyTo}
            onChange={event => setCopyTo(event.target.value)}
          />
        )}
      </Field>
      <ul className="issue-effects" aria-live="polite">
        <li>
          {plan.number === null ? (
            t('document.takes-none')
          ) : (
            <>
              {t('document.takes')} <b>{ready ? plan.number : ''}</b>
            </>
          )}
        </li>
        <li>{t('document.kept', { formats: kinds })}</li>
        <li>
          {plan.template === null || plan.faults.length > 0
            ? t('document.by-built-in')
            : t('document.by-template', { name: plan.template })}
        </li>
        <li>{t('document.sent-by-you')}</li>
      </ul>
      {plan.faults.length > 0 && <FaultList faults={plan.faults} />}
      {issue.error && <ErrorNote error={issue.error} />}
      {issue.isPending && <Making what={kinds} onStop={issue.stop} />}
      {issue.stopped && <Alert type="info" showIcon title={t('document.issue-stopped')} />}
      <p className="deed-end">
        <Button type="primary" htmlType="submit" disabled={!ready || stale} loading={issue.isPending}>
          {issue.isPending
            ? t('document.issuing')
            : plan.number === null
              ? t('document.keep')
              : t('document.issue-do', { number: ready ? plan.number : '' })}
        </Button>
        {!issue.isPending && <Button onClick={onClose}>{t('shell.cancel')}</Button>}
      </p>
    </form>
  )
}
