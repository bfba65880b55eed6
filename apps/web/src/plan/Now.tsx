import type { SchemeItem } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { figuresBehind, standing, type Tile } from '../board/tile-text.ts'
import { useFigures } from '../figure/use-figures.ts'
import { Light } from '../light/Light.tsx'
import { useVocabulary } from '../session/me.ts'
import { useAsk } from '../why/subject.ts'
import { ListNow } from './ListNow.tsx'

type Known = NonNullable<SchemeItem['now']>

/** How an item stands on the day asked about, each figure a way to its reasons or its projects. */
export function Now({ item }: { item: SchemeItem }) {
  const { t } = useTranslation()
  const { now } = item
  if (!now) return <p className="soft">{t('plan.now-none')}</p>
  switch (now.is) {
    case 'figure':
      return <FigureNow item={item} tile={now.tile} />
    case 'lights':
      return <LightsNow dimension={item.dimension ?? item.id} colours={now.colours} />
    case 'list':
      return <ListNow id={item.id} now={now} />
    case 'cadence':
      return <CadenceNow now={now} />
  }
}

function FigureNow({ item, tile }: { item: SchemeItem; tile: Tile }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const ask = useAsk()
  const text = (rate: Tile['parts'][number]['actual'], unit: Tile['parts'][number]['unit']) => {
    const shown = figures.quantity(rate, unit)
    return rate ? `${shown.digits}${shown.unit === '%' ? '' : ' '}${shown.unit}` : t('standing.unreported')
  }
  const of = figuresBehind(tile).map(({ part: _, ...figure }) => figure)
  return (
    <>
      {tile.parts.map(part => (
        <p key={part.name} className="plan-figure">
          <button type="button" className="plain as-link" onClick={() => ask({ kind: 'indicator', of })}>
            <b>{text(part.actual, part.unit)}</b>
          </button>
          {part.toDate && <span>{t('tile.to-date', { value: text(part.toDate, part.unit) })}</span>}
          {part.floor && (
            <span>
              {t(part.stretch ? 'tile.floor' : 'tile.target', { value: text(part.floor, part.unit) })}
            </span>
          )}
          {part.stretch && <span>{t('tile.stretch', { value: text(part.stretch, part.unit) })}</span>}
        </p>
      ))}
      <p className="plan-links">
        <b>{t(`standing.${standing(tile)}`)}</b>
        {tile.due && <span>{t('tile.due', { day: figures.day(tile.due) })}</span>}
        <span className="soft">{t(`caliber.${tile.caliber}`)}</span>
        {item.onBoard && (
          <Link to="/" hash={`tile-${item.id}`}>
            {t('plan.to-tile')}
          </Link>
        )}
      </p>
    </>
  )
}

function LightsNow({ dimension, colours }: { dimension: string; colours: Record<string, number> }) {
  const { colours: known } = useVocabulary()
  const worstFirst = [...known].sort((a, b) => b.severity - a.severity).map(one => one.id)
  return (
    <p className="plan-links">
      {[...worstFirst, 'none'].map(colour => (
        <Link key={colour} to="/projects" search={{ light: `${dimension}:${colour}` }}>
          <Light colour={colour} count={colours[colour] ?? 0} />
        </Link>
      ))}
    </p>
  )
}

function CadenceNow({ now: { next, expected, missing } }: { now: Extract<Known, { is: 'cadence' }> }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <p className="plan-links">
      {next ? (
        <b>{t('plan.next-due', { period: figures.period(next.period), day: figures.day(next.due) })}</b>
      ) : (
        <span className="soft">{t('plan.on-call')}</span>
      )}
      {next?.provisional && <span className="soft">{t('plan.provisional')}</span>}
      {expected > 0 && (
        <Link to="/projects" search={{ silent: 'yes' }}>
          {t('plan.missing', { missing, expected })}
        </Link>
      )}
    </p>
  )
}
