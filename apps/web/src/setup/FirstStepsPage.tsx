import { type Response, routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import { useMe } from '../session/me.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { RosterStep } from './RosterStep.tsx'
import { SlipsStep } from './SlipsStep.tsx'
import { STEPS, type Step, Steps } from './Steps.tsx'
import { Template } from './Template.tsx'
import './setup.css'

type Progress = Response<typeof routes.firstSteps>

/** From an empty jurisdiction to its first board; can be left and come back to, what is done is counted anew. */
export function FirstStepsPage() {
  const { t } = useTranslation()
  const query = useApi(routes.firstSteps)
  return (
    <div className="page">
      <main className="first-steps">
        <h1>{t('setup.title')}</h1>
        {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
        {query.data ? <All progress={query.data} /> : query.isPending && <Waiting />}
      </main>
    </div>
  )
}

/** The people of the setup itself: who sets up is one. */
const OWN_PEOPLE = 1

function doneOf({ people, projects, slips, returns }: Progress): Step[] {
  const done: Readonly<Record<Step, boolean>> = {
    region: true,
    plan: true,
    roster: people > OWN_PEOPLE,
    list: projects > 0,
    slips: people > OWN_PEOPLE && slips.none === 0,
    returns: returns > 0,
  }
  return STEPS.filter(step => done[step])
}

function All({ progress }: { progress: Progress }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { post } = useMe()
  const done = doneOf(progress)
  const now = STEPS.find(step => !done.includes(step))
  const { units, people, projects, slips, returns, period } = progress
  return (
    <>
      <Steps done={done} now={now} />
      <p className="soft">{t('setup.saved', { jurisdiction: post.jurisdictionName, plan: progress.plan })}</p>
      <Part step="roster" says={t('setup.roster.count', { units, people })}>
        <RosterStep />
      </Part>
      <Part step="list" says={t('setup.list.count', { projects })}>
        <p>{t('setup.list.about')}</p>
        <p className="setup-actions">
          <Template kind="projects">{t('setup.list.template')}</Template>
          <Link to="/import">{t('setup.list.import')}</Link>
        </p>
      </Part>
      <Part step="slips" says={t('setup.slips.count', { ...slips })}>
        <SlipsStep />
      </Part>
      <Part step="returns" says={t('setup.returns.count', { returns })}>
        <p>{t('setup.returns.about', { period: figures.period(period) })}</p>
        <p className="setup-actions">
          {projects > 0 && (
            <Template kind="returns">
              {t('setup.returns.template', { period: figures.period(period) })}
            </Template>
          )}
          <Link to="/import">{t('setup.returns.import')}</Link>
        </p>
      </Part>
      {now === undefined ? (
        <p role="status" className="panel setup-finished">
          <b>{t('setup.finished')}</b> <Link to="/">{t('import.to-board')}</Link>
        </p>
      ) : (
        <p>
          <Link to="/">{t('setup.board-now')}</Link>
        </p>
      )}
    </>
  )
}

function Part({ step, says, children }: { step: Step; says: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-label={t(`setup.step.${step}`)}>
      <header>
        <h2>
          {STEPS.indexOf(step) + 1} {t(`setup.step.${step}`)}
        </h2>
        <span className="soft">{says}</span>
      </header>
      {children}
    </section>
  )
}
