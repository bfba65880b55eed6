import type { ReturnSheet } from '@guatu/contract'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useDays } from '../figure/use-days.ts'
import type { Finding } from '../grid/findings.ts'
import { sameReturn } from '../keep/queue.ts'
import { useUnsentReturns } from '../keep/UnsentProvider.tsx'
import { useMe } from '../session/me.ts'
import { isExplained, passedOf, type Reasons } from './explain.ts'
import { useSubmit } from './use-submit.ts'
import type { Work } from './work.ts'

/** What is still in the way of sending, what sending does, and the button. */
export function SubmitBar({
  sheet,
  work,
  findings,
  reasons,
  reason,
  onReason,
  onFillLast,
  onSent,
}: {
  sheet: ReturnSheet
  work: Work
  findings: readonly Finding[]
  reasons: Reasons
  /** Why figures in the ledger change. */
  reason: string
  onReason: (reason: string) => void
  onFillLast: () => void
  onSent: () => void
}) {
  const { t } = useTranslation()
  const days = useDays()
  const { today, post, account } = useMe()
  const queue = useUnsentReturns()
  const submit = useSubmit(sheet, onSent)
  const warnings = findings.filter(one => one.needsReason)
  const errors = work.unreadable + findings.filter(one => one.severity === 'error').length
  const unexplained = warnings.filter(one => !isExplained(one, reasons)).length
  const needsReason = work.corrected > 0
  const notOpen = sheet.return.opens > today
  const { unit, period } = sheet.return
  const ofThis = { account, unit, period }
  const waits = queue.returns.some(one => sameReturn(one, ofThis))
  const photos = queue.photos.filter(one => sameReturn(one, ofThis)).length
  const blocked =
    errors > 0 ||
    unexplained > 0 ||
    work.empty.length > 0 ||
    notOpen ||
    waits ||
    (needsReason && reason.trim() === '')
  const onBehalf = post.role === 'dispatcher'
  return (
    <section className="submit-bar no-print" aria-label={t('sheet.submit')}>
      <span className="submit-counts" role="status">
        <b className={errors > 0 ? 'days-late' : 'soft'}>{t('sheet.errors', { count: errors })}</b>
        <a href="#warnings" className={unexplained > 0 ? 'days-near' : 'soft'}>
          {t('sheet.unexplained', { count: unexplained })}
        </a>
        <span className={work.empty.length > 0 ? 'days-near' : 'soft'}>
          {t('sheet.empty-rows', { count: work.empty.length })}
        </span>
        {work.empty.length > 0 && (
          <Button size="small" onClick={onFillLast} title={t('sheet.fill-last-means')}>
            {t('sheet.fill-last')}
          </Button>
        )}
      </span>
      {needsReason && (
        <Input
          className="submit-reason"
          value={reason}
          maxLength={500}
          aria-label={t('return.reason')}
          placeholder={t('sheet.correct-reason', { count: work.corrected })}
          onChange={event => onReason(event.target.value)}
        />
      )}
      <span className="soft submit-means">
        {photos > 0 && `${t('sheet.photos-first', { count: photos })} `}
        {notOpen
          ? t('sheet.not-open', { day: days.day(sheet.return.opens) })
          : t(onBehalf ? 'sheet.submit-behalf' : 'sheet.submit-means', {
              unit: sheet.return.unitName,
              rows: sheet.rows.length,
              changed: work.rows.length,
            })}
      </span>
      <Button
        type="primary"
        size="large"
        disabled={blocked}
        loading={submit.isPending}
        onClick={() =>
          submit.mutate({
            rows: work.rows.map(({ project, figures }) => ({ project, figures: { ...figures } })),
            passed: passedOf(warnings, reasons),
            reason: needsReason ? reason.trim() : undefined,
            seen: sheet.seen,
          })
        }
      >
        {t('sheet.submit')}
      </Button>
      {submit.error && <ErrorNote error={submit.error} />}
    </section>
  )
}
