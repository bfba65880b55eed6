import { type PeriodUnit, type Response, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { useLanguage } from '../language/index.ts'
import { submissionKey } from '../return/draft.ts'
import { useFocusBack } from '../shell/use-focus-back.ts'

type Outcome = Response<typeof routes.acceptReturns>

/** Says whose returns would be accepted; afterwards which were, and why the others were not. */
export function AcceptDialog({
  period,
  units,
  onClose,
}: {
  period: string
  units: readonly PeriodUnit[]
  onClose: () => void
}) {
  useFocusBack()
  const { t } = useTranslation()
  // What was shown when the box opened is what is accepted, also when the page is read anew behind it.
  const asked = useRef(units).current
  const key = useRef(submissionKey())
  const accept = useMutation({
    mutationFn: () =>
      call(routes.acceptReturns, {
        body: { key: key.current, returns: asked.map(({ unit, seen }) => ({ unit, period, seen })) },
      }),
    onSuccess: refresh,
  })
  return (
    <Modal open width={640} footer={null} title={t('accept.title')} onCancel={onClose}>
      {accept.data ? (
        <Outcomes outcome={accept.data} units={asked} />
      ) : (
        <>
          <p>{t('accept.means', { count: asked.length })}</p>
          <ul className="rows accept-list">
            {asked.map(unit => (
              <li key={unit.unit}>
                <b>{unit.unitName}</b>{' '}
                <span className="soft">
                  {t('accept.line', { reported: unit.rowsReported, rows: unit.rows })}
                </span>{' '}
                {unit.warningsPassed > 0 && (
                  <b className="days-near">{t('accept.warnings', { count: unit.warningsPassed })}</b>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {accept.error && <ErrorNote error={accept.error} />}
      <p className="deed-end">
        {!accept.data && (
          <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
            {t('accept.do', { count: asked.length })}
          </Button>
        )}
        <Button onClick={onClose}>{t(accept.data ? 'bulk.close' : 'shell.cancel')}</Button>
      </p>
    </Modal>
  )
}

function Outcomes({ outcome, units }: { outcome: Outcome; units: readonly PeriodUnit[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div role="status">
      <p>{t('accept.done', { accepted: outcome.accepted.length, refused: outcome.refused.length })}</p>
      <ul className="rows accept-list">
        {outcome.refused.map(one => (
          <li key={one.unit}>
            <b>{units.find(({ unit }) => unit === one.unit)?.unitName ?? one.unit}</b> {one[language]}
          </li>
        ))}
      </ul>
    </div>
  )
}
