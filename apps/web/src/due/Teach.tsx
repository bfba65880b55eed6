import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/me.ts'

/** What belongs here, where nothing is due. */
export function Teach() {
  const { t } = useTranslation()
  const { role } = useMe().post
  return (
    <section className="panel due-teach">
      <h2>{t('due.none')}</h2>
      <p>{t('due.none-means')}</p>
      <p>{t(role === 'reporter' ? 'due.none-reporter' : 'due.none-office')}</p>
      <p>
        <Link to={role === 'reporter' ? '/projects' : '/plan'} className="as-button">
          {t(role === 'reporter' ? 'due.to-projects' : 'due.to-plan')}
        </Link>
      </p>
    </section>
  )
}
