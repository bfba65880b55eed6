import { useTranslation } from 'react-i18next'
import { useDays } from '../figure/use-days.ts'
import type { People } from './people.ts'

/** Who did what for whom, newest first. */
export function Log({ log }: { log: People['log'] }) {
  const { t } = useTranslation()
  const days = useDays()
  return (
    <section className="panel" aria-label={t('person.log')}>
      <h2>{t('person.log')}</h2>
      <ul className="rows people-log">
        {log.map(one => (
          <li key={`${one.at} ${one.event} ${one.person}`}>
            <span className="soft">{days.moment(one.at)}</span>{' '}
            {t(`person.event.${one.event}` as 'person.event.password-reset', {
              by: one.by,
              person: one.person,
            })}
            {one.reason && <span className="soft"> {t('person.log-reason', { reason: one.reason })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
