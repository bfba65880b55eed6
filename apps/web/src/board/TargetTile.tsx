import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { useAsk } from '../why/subject.ts'
import { Bullet } from './Bullet.tsx'
import { bulletShape } from './bullet.ts'
import {
  differenceText,
  figuresBehind,
  fractionText,
  type Part,
  standing,
  type Tile,
  yardstick,
} from './tile-text.ts'

const PARTS = ['value', 'amount', 'growth', 'year-share'] as const
const isKnown = (name: string): name is (typeof PARTS)[number] => (PARTS as readonly string[]).includes(name)

/** The tile that the plan page has led to. */
const intoView = (tile: HTMLElement | null) => tile?.scrollIntoView({ block: 'nearest' })

/** One target: where it is, where it should be, and what it asks; or a figure that no target is set for. */
export function TargetTile({ tile }: { tile: Tile }) {
  const { t } = useTranslation()
  const pick = usePick()
  const ask = useAsk()
  const figures = useFigures()
  const now = standing(tile)
  const anchor = `tile-${tile.target}`
  const of = figuresBehind(tile).map(({ part, ...figure }) => ({
    ...figure,
    label: part !== 'value' && isKnown(part) ? t(`part.${part}`) : undefined,
  }))
  const marked = useLocation({ select: ({ hash }) => hash === anchor })
  return (
    <button
      type="button"
      id={anchor}
      ref={marked ? intoView : undefined}
      className={`panel tile tile-${now}${marked ? ' tile-marked' : ''}`}
      onClick={() => ask({ kind: 'indicator', of })}
    >
      <span className="tile-name">{pick(tile)}</span>
      <span className="tile-parts">
        {tile.parts.map(part => (
          <TilePart key={part.name} part={part} alone={tile.parts.length === 1} />
        ))}
      </span>
      <span className="tile-foot">
        <b className="standing">{t(`standing.${now}`)}</b>
        {tile.due && <span>{t('tile.due', { day: figures.shortDay(tile.due) })}</span>}
        <span>{t(`caliber.${tile.caliber}`)}</span>
        {tile.clause && <span>{t('text.clause', { clause: tile.clause })}</span>}
      </span>
    </button>
  )
}

function TilePart({ part, alone }: { part: Part; alone: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const shown = figures.quantity(part.actual, part.unit)
  const bound = (rate: Part['floor']) => {
    const { digits, unit } = figures.quantity(rate, part.unit)
    return unit === '' || unit === '%' ? `${digits}${unit}` : `${digits} ${unit}`
  }
  const measure = yardstick(part)
  const difference = measure && differenceText(part, measure.rate, figures.totalScale)
  const fraction = fractionText(part, figures.totalScale, figures.totalUnit)
  return (
    <span className="tile-part">
      {!alone && <span className="soft">{isKnown(part.name) ? t(`part.${part.name}`) : part.name}</span>}
      {part.actual ? (
        <span className="tile-value">
          {shown.digits}
          <small>{shown.unit}</small>
          {fraction && <span className="nd">{fraction}</span>}
        </span>
      ) : (
        <span className="tile-value unreported">{t('standing.unreported')}</span>
      )}
      {measure && <Bullet shape={bulletShape(part)} />}
      <span className="tile-bounds">
        {measure && difference !== undefined && (
          <b>
            {t(`tile.against.${measure.against}`)} {difference}
            {part.unit === 'percent'
              ? t('unit.points')
              : part.unit === 'minor'
                ? ` ${figures.totalUnit}`
                : ''}
          </b>
        )}
        {part.toDate && <span>{t('tile.to-date', { value: bound(part.toDate) })}</span>}
        {part.floor && (
          <span>{t(part.stretch ? 'tile.floor' : 'tile.target', { value: bound(part.floor) })}</span>
        )}
        {part.stretch && <span>{t('tile.stretch', { value: bound(part.stretch) })}</span>}
      </span>
    </span>
  )
}
