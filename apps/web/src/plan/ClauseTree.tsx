import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Section } from './tree.ts'

/** The clauses by section, each with the number of items that run it; on a phone one box to choose from. */
export function ClauseTree({
  sections,
  here,
  own,
}: {
  sections: readonly Section[]
  here: string
  own: boolean
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const name = (section: string) => (section ? t('plan.section', { name: section }) : t('plan.section-other'))
  return (
    <nav className="plan-tree no-print" aria-label={t('plan.clauses')}>
      <select
        aria-label={t('plan.clauses')}
        value={here}
        onChange={event => void navigate({ to: '/plan', hash: event.target.value, search: true })}
      >
        <option value="">{t('plan.choose-clause')}</option>
        {sections.map(section => (
          <optgroup key={section.name} label={name(section.name)}>
            {section.clauses.map(one => (
              <option key={one.id} value={one.id}>
                {one.clause} {one.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <div className="plan-branches">
        {sections.map(section => (
          <div key={section.name}>
            <b>{name(section.name)}</b>
            <ul className="rows">
              {section.clauses.map(one => (
                <li key={one.id}>
                  <Link
                    to="/plan"
                    hash={one.id}
                    search={true}
                    className={one.id === here ? 'plan-leaf plan-leaf-here' : 'plan-leaf'}
                    aria-current={one.id === here}
                  >
                    <span className="plan-place">{one.clause}</span>
                    <span>{one.name}</span>
                    <small className={one.items.length === 0 ? 'plan-bare' : 'soft'}>
                      {one.items.length}
                    </small>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {own && (
          <Link to="/plan" hash="own" search={true} className="plan-leaf">
            <span>{t('plan.own')}</span>
          </Link>
        )}
      </div>
    </nav>
  )
}
