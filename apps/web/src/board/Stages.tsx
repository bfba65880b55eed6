import type { WarRoom } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { signed } from '../figure/text.ts'
import { useFigures } from '../figure/use-figures.ts'
import { stageText } from '../light/reason.ts'

/** The pipeline by stage: how many, how much, and what moved since the last period. */
export function Stages({ stages }: { stages: WarRoom['stages'] }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <nav className="stages" aria-label={t('stages.title')}>
      {stages
        .filter(one => one.projects > 0 || one.before > 0)
        .map(one => (
          <Link key={one.stage} to="/projects" search={{ stage: one.stage }} className="panel stage">
            <span className="soft">{stageText(one.stage, t)}</span>
            <span className="stage-count">
              {figures.count(one.projects)}
              <small>{t('unit.projects')}</small>
            </span>
            <span className="soft">
              {figures.total(one.totalInvest)} {figures.totalUnit}
              {one.projects !== one.before &&
                ` · ${t('stages.moved', { count: signed(String(one.projects - one.before)) })}`}
            </span>
          </Link>
        ))}
    </nav>
  )
}
