import { type ProjectPage as Data, routes } from '@guatu/contract'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { ProjectSince } from '../change/ProjectSince.tsx'
import { EntryLine } from '../entry/EntryLine.tsx'
import { ReturnForm } from '../return/ReturnForm.tsx'
import { useMay } from '../session/me.ts'
import { Page } from '../shell/Page.tsx'
import { timesOf, useWhen } from '../time/when.ts'
import { ProjectChangeButton } from '../unit/ProjectChange.tsx'
import { ProjectChanges } from '../unit/ProjectChanges.tsx'
import { Head } from './Head.tsx'
import { LightRows } from './LightRows.tsx'
import { Returns } from './Returns.tsx'
import { Year } from './Year.tsx'
import './project.css'

export function ProjectPage() {
  const { id } = useParams({ from: '/projects/$id' })
  const when = useWhen()
  const query = useApi(routes.getProject, { params: { id }, query: timesOf(when) })
  return (
    <>
      <Page query={query} className={query.error ? undefined : 'project'}>
        {data => <Shown key={id} data={data} />}
      </Page>
      {query.error && (
        <div className="page-more">
          <ProjectChanges project={id} />
        </div>
      )}
    </>
  )
}

function Shown({ data }: { data: Data }) {
  const { t } = useTranslation()
  const { past } = useWhen()
  const changes = useMay(routes.saveReorganisation.name) && !past && data.bar.live
  const reports = useMay(routes.saveReturn.name) && !past && data.bar.live
  return (
    <>
      <Head data={data}>{changes && <ProjectChangeButton project={data.row} today={data.bar.today} />}</Head>
      <LightRows lights={data.lights} />
      <ProjectSince project={data.row.id} />
      {reports ? <ReturnForm data={data} /> : <Returns data={data} />}
      <Year data={data} />
      {reports && (
        <div className="trail">
          <Returns data={data} />
        </div>
      )}
      <ProjectChanges project={data.row.id} />
      <section className="panel trail">
        <header>
          <h2>{t('project.trail')}</h2>
          <span className="soft">{t('project.trail-count', { count: data.trail.length })}</span>
        </header>
        <ul className="rows">
          {data.trail.map(entry => (
            <EntryLine key={entry.seq} entry={entry} />
          ))}
        </ul>
      </section>
    </>
  )
}
