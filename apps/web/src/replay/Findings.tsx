import type { Response, routes } from '@guatu/contract'
import { useTranslation } from 'react-i18next'

type Finding = Response<typeof routes.runReplay>['findings'][number]

/** What the parser and the linter say of what was tried: where, what, how to mend it. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation()
  return (
    <section className="panel replay-findings" role="alert">
      <h2>{t('replay.findings', { count: findings.length })}</h2>
      <ul className="rows">
        {findings.map(({ line, column, code, severity, message, mend }) => (
          <li key={`${line} ${column} ${code} ${message}`}>
            <b>{t(`replay.severity.${severity}`)}</b> {t('replay.finding', { line, column })}{' '}
            <code>{code}</code> {message} <span className="soft">{mend}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
