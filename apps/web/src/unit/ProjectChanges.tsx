import { type ReorganisationRecord, routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { useDays } from '../figure/use-days.ts'
import { useSentence } from './Records.tsx'
import './unit.css'

/** Former names, merges and splits of a project, with links; also where the project itself has left. */
export function ProjectChanges({ project }: { project: string }) {
  const { t } = useTranslation()
  const { data } = useApi(routes.projectChanges, { params: { id: project } })
  if (!data || data.records.length === 0) return null
  return (
    <section className="panel trail" aria-label={t('reorganise.project-records')}>
      <h2>{t('reorganise.project-records')}</h2>
      <ul className="rows records">
        {data.records.map(record => (
          <ChangeLine key={record.id} record={record} project={project} />
        ))}
      </ul>
    </section>
  )
}

function ChangeLine({ record, project }: { record: ReorganisationRecord; project: string }) {
  const days = useDays()
  const sentence = useSentence(record)
  const other = [record.from, record.to].find(one => one && one.id !== project)
  return (
    <li>
      {days.day(record.day)} {sentence}{' '}
      {other && (
        <Link to="/projects/$id" params={{ id: other.id }}>
          {other.name}
        </Link>
      )}
      <small className="nd">
        {record.reason} · {record.by}
      </small>
    </li>
  )
}
