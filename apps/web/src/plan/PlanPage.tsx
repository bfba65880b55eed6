import { routes } from '@guatu/contract'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import { useLanguage } from '../language/index.ts'
import { useMay } from '../session/me.ts'
import { Page } from '../shell/Page.tsx'
import { timesOf, useWhen } from '../time/when.ts'
import { Clauses, type Plan } from './Clauses.tsx'
import { Draft } from './Draft.tsx'
import { Files } from './Files.tsx'
import { Versions } from './Versions.tsx'
import { PLAN_VIEWS, type PlanView } from './views.ts'
import './plan.css'

/** The plan in force: its clauses and what runs them, its versions, and the text to be changed. */
export function PlanPage() {
  const when = useWhen()
  const query = useApi(routes.getScheme, { query: timesOf(when) })
  const { view } = useSearch({ strict: false }) as { view?: PlanView }
  const mayEdit = useMay(routes.publishScheme.name) && !when.past
  return (
    <Page query={query} className="plan">
      {plan => (
        <>
          <Head plan={plan} view={view} mayEdit={mayEdit} />
          {view === 'versions' ? (
            <Versions />
          ) : view === 'edit' && mayEdit ? (
            <Draft plan={plan} />
          ) : (
            <Clauses plan={plan} />
          )}
        </>
      )}
    </Page>
  )
}

function Head({ plan, view, mayEdit }: { plan: Plan; view: PlanView | undefined; mayEdit: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const figures = useFigures()
  const { version } = plan
  return (
    <section className="panel plan-head">
      <h1>{plan.title}</h1>
      <p className="soft">
        {plan.issuer}
        {plan.issued && ` · ${t('plan.issued', { day: figures.day(plan.issued) })}`}
        {` · ${t('plan.runs', { from: figures.day(plan.inForce.from), to: figures.day(plan.inForce.to) })}`}
        {` · ${t('plan.version-from', { day: figures.day(version.effectiveFrom), seq: version.seq })}`}
      </p>
      {plan.reading && <p className="soft">{t('why.reading', { reading: plan.reading[language] })}</p>}
      <nav className="plan-views no-print" aria-label={t('plan.views')}>
        {PLAN_VIEWS.filter(one => one !== 'edit' || mayEdit).map(one => (
          <Link
            key={one}
            to="/plan"
            search={one === 'clauses' ? {} : { view: one }}
            className={(view ?? 'clauses') === one ? 'plan-view-here' : undefined}
            aria-current={(view ?? 'clauses') === one ? 'page' : undefined}
            activeProps={{}}
          >
            {t(`plan.view.${one}`)}
          </Link>
        ))}
      </nav>
      <Files />
    </section>
  )
}
