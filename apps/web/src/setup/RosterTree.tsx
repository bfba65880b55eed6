import type { RosterPreview } from '@guatu/contract'
import { useTranslation } from 'react-i18next'

/** The units as they will stand, each with its people; what is new is marked. */
export function RosterTree({ units }: { units: RosterPreview['units'] }) {
  const { t } = useTranslation()
  return (
    <ul className="roster-tree" aria-label={t('setup.roster.tree')}>
      {units.map(unit => (
        <li key={unit.name} style={{ paddingLeft: `${unit.depth * 1.5}em` }}>
          <b>{unit.name}</b> <span className="soft">{unit.kind}</span>
          {unit.isNew && <New />}
          {unit.people.map(({ name, login, role, isNew }) => (
            <span key={`${login} ${role}`} className="roster-person">
              {name} <code>{login}</code> {role}
              {isNew && <New />}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

function New() {
  const { t } = useTranslation()
  return <span className="is-new">{t('import.kind.new')}</span>
}
