import type { ReturnSheet } from '@guatu/contract'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../grid/findings.ts'
import { useLanguage } from '../language/index.ts'
import { isExplained, keyOf, type Reasons, sameForAll } from './explain.ts'

/** All warnings in one place, each with a box for its reason. */
export function WarningPanel({
  sheet,
  warnings,
  reasons,
  same,
  onChange,
}: {
  sheet: ReturnSheet
  warnings: readonly Finding[]
  reasons: Reasons
  /** The box of one reason for all. */
  same: string
  onChange: (part: { reasons?: Reasons; same?: string }) => void
}) {
  const { t } = useTranslation()
  if (warnings.length === 0) return null
  const left = warnings.filter(one => !isExplained(one, reasons)).length
  return (
    <section className="panel warnings" id="warnings">
      <header>
        <h2>{t('sheet.warnings')}</h2>
        <span className="soft">{t('sheet.warnings-left', { left, all: warnings.length })}</span>
      </header>
      {left > 1 && (
        <form
          className="same-reason no-print"
          onSubmit={event => {
            event.preventDefault()
            onChange({ reasons: sameForAll(warnings, reasons, same.trim()), same: '' })
          }}
        >
          <Input
            value={same}
            maxLength={500}
            aria-label={t('sheet.same-reason')}
            placeholder={t('sheet.same-reason')}
            onChange={event => onChange({ same: event.target.value })}
          />
          <Button htmlType="submit" disabled={same.trim() === ''}>
            {t('sheet.same-do', { count: left })}
          </Button>
        </form>
      )}
      <ul className="rows">
        {warnings.map(one => (
          <OneWarning
            key={keyOf(one)}
            warning={one}
            sheet={sheet}
            reason={reasons[keyOf(one)] ?? ''}
            onReason={reason => onChange({ reasons: { ...reasons, [keyOf(one)]: reason } })}
          />
        ))}
      </ul>
    </section>
  )
}

function OneWarning({
  warning,
  sheet,
  reason,
  onReason,
}: {
  warning: Finding
  sheet: ReturnSheet
  reason: string
  onReason: (reason: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const row = sheet.rows.find(one => one.project === warning.project)
  return (
    <li>
      <span className="warning-what">
        <b>▲ {row?.name ?? sheet.return.unitName}</b> {warning.message[language]}
      </span>
      <Input
        data-box=""
        value={reason}
        maxLength={500}
        aria-label={t('sheet.reason-for', { what: warning.message[language] })}
        placeholder={t('sheet.reason-box')}
        onChange={event => onReason(event.target.value)}
      />
    </li>
  )
}
