import type { SchemeEffects } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { Light } from '../light/Light.tsx'
import { useVocabulary } from '../session/me.ts'

const MOVED_SHOWN = 20

/** What a text would do to today's judgements, and to whom. */
export function Effects({ effects }: { effects: SchemeEffects }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pick = usePick()
  const { projects, lights, units, targets, actions } = effects
  const changed = lights.filter(one => JSON.stringify(one.before) !== JSON.stringify(one.after))
  return (
    <section className="plan-effects" aria-label={t('plan.effects')}>
      <h3>{t('plan.effects')}</h3>
      <p>
        <b>
          {projects === 0 && targets.length === 0
            ? t('plan.effects-none')
            : t('plan.effects-projects', { count: projects })}
        </b>{' '}
        <span className="soft">{t('plan.effects-as-of', { day: figures.day(effects.asOf) })}</span>
      </p>
      {changed.length > 0 && (
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('plan.kind.light')}</th>
              <th scope="col">{t('plan.before')}</th>
              <th scope="col">{t('plan.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(one => (
              <tr key={one.rule}>
                <th scope="row">{pick(one)}</th>
                <td>
                  <Counts counts={one.before} />
                </td>
                <td>
                  <Counts counts={one.after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {targets.map(one => (
        <p key={one.id}>
          {pick(one)} {one.before ? t(`standing.${stateWord(one.before)}`) : t('plan.empty')} →{' '}
          <b>{one.after ? t(`standing.${stateWord(one.after)}`) : t('plan.empty')}</b>
        </p>
      ))}
      {actions.before !== actions.after && <p>{t('plan.effects-actions', actions)}</p>}
      {units.length > 0 && (
        <p>
          {t('plan.effects-units')}{' '}
          {units
            .map(one => t('plan.effects-unit', { name: one.name, count: one.projects }))
            .join(t('text.comma'))}
        </p>
      )}
      <Moved effects={effects} />
    </section>
  )
}

/** Before its day a target that is not met is simply running. */
const stateWord = (state: 'stretch-met' | 'floor-met' | 'short' | 'unreported' | 'no-target') =>
  state === 'short' ? 'running' : state

function Counts({ counts }: { counts: Readonly<Record<string, number>> }) {
  const { colours } = useVocabulary()
  const worstFirst = [...colours].sort((a, b) => b.severity - a.severity).map(one => one.id)
  const known = [...worstFirst, 'none']
  const others = Object.keys(counts).filter(one => !known.includes(one))
  return (
    <span className="plan-links">
      {[...known, ...others].map(colour =>
        counts[colour] ? <Light key={colour} colour={colour} count={counts[colour]} /> : null,
      )}
    </span>
  )
}

function Moved({ effects: { moved } }: { effects: SchemeEffects }) {
  const { t } = useTranslation()
  const pick = usePick()
  const { lights, lists } = useVocabulary()
  if (moved.length === 0) return null
  return (
    <div className="table-wrap">
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('plan.moved')}</th>
            <th scope="col">{t('plan.before')}</th>
            <th scope="col">{t('plan.after')}</th>
          </tr>
        </thead>
        <tbody>
          {moved.slice(0, MOVED_SHOWN).map(one => {
            const light = lights.find(rule => rule.id === one.rule)
            const list = lists.find(known => known.id === one.list)
            return (
              <tr key={`${one.project} ${one.list} ${one.rule}`}>
                <th scope="row">
                  <Link to="/projects/$id" params={{ id: one.project }}>
                    {one.name}
                  </Link>
                  <small className="nd">
                    {[one.unitName, list ? pick(list) : one.list, light ? pick(light) : one.rule].join(' · ')}
                  </small>
                </th>
                <td>{one.before === null ? t('plan.empty') : <Light colour={one.before} />}</td>
                <td>{one.after === null ? t('plan.empty') : <Light colour={one.after} />}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {moved.length > MOVED_SHOWN && <p className="soft">{t('plan.moved-more', { count: MOVED_SHOWN })}</p>}
    </div>
  )
}
