import type { PersonRow } from '@guatu/contract'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDays } from '../figure/use-days.ts'
import type { Deed } from './people.ts'

export function PersonTable({
  persons,
  gives,
  onDeed,
}: {
  persons: readonly PersonRow[]
  gives: boolean
  onDeed: (deed: Deed) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="table-wrap">
      <table className="grid people-table">
        <thead>
          <tr>
            <th scope="col">{t('post.person')}</th>
            <th scope="col">{t('login.account')}</th>
            <th scope="col">{t('person.posts')}</th>
            <th scope="col">{t('person.state')}</th>
            <th scope="col">{t('person.deeds')}</th>
          </tr>
        </thead>
        <tbody>
          {persons.map(person => (
            <tr key={person.id}>
              <th scope="row">
                {person.name}
                {person.phone && <small className="nd">{person.phone}</small>}
              </th>
              <td>{person.login}</td>
              <td>
                <Posts person={person} onDeed={onDeed} />
              </td>
              <td>{t(`person.state.${person.state}`)}</td>
              <td className="people-deeds">
                {gives && person.state !== 'closed' && (
                  <Button size="small" onClick={() => onDeed({ kind: 'add', person })}>
                    {t('person.add-post')}
                  </Button>
                )}
                {person.mayHandOver && (
                  <Button size="small" onClick={() => onDeed({ kind: 'hand-over', person })}>
                    {t('person.hand-over')}
                  </Button>
                )}
                {person.mayReset && (
                  <Button size="small" onClick={() => onDeed({ kind: 'reset', person })}>
                    {t('person.reset')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Posts({ person, onDeed }: { person: PersonRow; onDeed: (deed: Deed) => void }) {
  const { t } = useTranslation()
  const days = useDays()
  return (
    <ul className="rows">
      {person.posts.map(post => (
        <li key={post.id} className={post.ended ? 'soft' : undefined}>
          {post.unitName} · {t(`role.${post.role}` as 'role.reporter')}
          {post.head && <b> {t('person.head')}</b>}{' '}
          {post.ended && <small>{t('person.ended', { day: days.day(post.ended) })}</small>}
          {post.mayEnd && (
            <button
              type="button"
              className="plain as-link"
              aria-label={t('person.end-of', { name: person.name, unit: post.unitName })}
              onClick={() => onDeed({ kind: 'end', person, post })}
            >
              {t('person.end')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
