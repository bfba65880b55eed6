import { ERRORS, type ErrorCode, type Response, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh, useApi } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import { useLanguage } from '../language/index.ts'
import { submissionKey } from '../return/draft.ts'
import { State } from '../return/State.tsx'
import { useFocusBack } from '../shell/use-focus-back.ts'
import { Waiting } from '../shell/Waiting.tsx'

type Preview = Response<typeof routes.previewClosing>

/** Closing asks first: what is frozen, whose figures are missing by name, and that it cannot be taken back. */
export function CloseDialog({ period, onClose }: { period: string; onClose: () => void }) {
  useFocusBack()
  const { t } = useTranslation()
  const figures = useFigures()
  const query = useApi(routes.previewClosing, { params: { period } })
  return (
    <Modal
      open
      width={640}
      footer={null}
      title={t('closing.title-of', { period: figures.period(period) })}
      onCancel={onClose}
    >
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {query.data && <Ask key={query.dataUpdatedAt} period={period} preview={query.data} onClose={onClose} />}
    </Modal>
  )
}

function Ask({ period, preview, onClose }: { period: string; preview: Preview; onClose: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const key = useRef(submissionKey())
  const close = useMutation({
    mutationFn: () =>
      call(routes.closePeriod, { params: { period }, body: { without: [...confirmed], key: key.current } }),
    onSuccess: () => {
      onClose()
      return refresh()
    },
  })
  const { missing } = preview
  const whole = missing.every(one => confirmed.has(one.unit))
  if (!preview.mayClose) return <WhyNot code={preview.code} period={period} />
  return (
    <>
      <ul className="closing-effects">
        <li>{t('closing.freezes', { projects: preview.projects, day: figures.day(preview.asOf) })}</li>
        <li>{t('closing.accepted', { count: preview.accepted })}</li>
        <li>{t('closing.forbids')}</li>
        <li>{t('closing.stays')}</li>
      </ul>
      {missing.length > 0 && <Missing missing={missing} confirmed={confirmed} confirm={setConfirmed} />}
      {close.error && <ErrorNote error={close.error} />}
      <p className="deed-end">
        <Button type="primary" disabled={!whole} loading={close.isPending} onClick={() => close.mutate()}>
          {close.isPending
            ? t('closing.working', { projects: preview.projects })
            : t(missing.length > 0 ? 'closing.do-without' : 'closing.do', { count: missing.length })}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </p>
    </>
  )
}

/** Each is confirmed by name: a period without a unit says so for good. */
function Missing({
  missing,
  confirmed,
  confirm,
}: {
  missing: Preview['missing']
  confirmed: ReadonlySet<string>
  confirm: (units: ReadonlySet<string>) => void
}) {
  const { t } = useTranslation()
  const all = missing.every(one => confirmed.has(one.unit))
  const turn = (unit: string) => {
    const next = new Set(confirmed)
    if (!next.delete(unit)) next.add(unit)
    confirm(next)
  }
  return (
    <fieldset className="closing-missing">
      <legend>{t('closing.missing', { count: missing.length })}</legend>
      <Checkbox
        checked={all}
        indeterminate={!all && confirmed.size > 0}
        onChange={() => confirm(new Set(all ? [] : missing.map(one => one.unit)))}
      >
        <b>{t('closing.confirm-all', { count: missing.length })}</b>
      </Checkbox>
      <ul className="rows">
        {missing.map(one => (
          <li key={one.unit}>
            <Checkbox checked={confirmed.has(one.unit)} onChange={() => turn(one.unit)}>
              {one.unitName} <State state={one.state} />
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function WhyNot({ code, period }: { code: string | null; period: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const language = useLanguage()
  const known = code !== null && Object.hasOwn(ERRORS, code) ? ERRORS[code as ErrorCode][language] : undefined
  return (
    <Alert
      type="warning"
      showIcon
      title={known?.replaceAll('{period}', figures.period(period)) ?? t('closing.not-now')}
    />
  )
}
