import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AcceptDialog } from './AcceptDialog.tsx'
import type { PeriodData } from './data.ts'
import { passes, SHOWS, type Show, worstFirst } from './filter.ts'
import { UnitTable } from './UnitTable.tsx'

export function UnitPanel({
  data,
  show,
  ticked,
  setTicked,
  dispatches,
}: {
  data: PeriodData
  show: Show | undefined
  ticked: ReadonlySet<string>
  setTicked: (units: ReadonlySet<string>) => void
  dispatches: boolean
}) {
  const { t } = useTranslation()
  const [accepting, setAccepting] = useState(false)
  const shown = worstFirst(data.units.filter(unit => passes(unit, show)))
  const waiting = data.units.filter(unit => unit.state === 'submitted')
  const chosen = waiting.filter(unit => ticked.has(unit.unit))
  const toAccept = chosen.length > 0 ? chosen : waiting
  return (
    <section className="panel unit-panel">
      <header>
        <h2>{t('periods.by-unit')}</h2>
        {dispatches && waiting.length > 0 && (
          <Button type="primary" onClick={() => setAccepting(true)}>
            {t(chosen.length > 0 ? 'accept.chosen' : 'accept.all', { count: toAccept.length })}
          </Button>
        )}
      </header>
      <nav className="shows no-print" aria-label={t('project.filters')}>
        <Chip show={undefined} now={show} count={data.units.length} />
        {SHOWS.map(one => (
          <Chip key={one} show={one} now={show} count={data.units.filter(unit => passes(unit, one)).length} />
        ))}
      </nav>
      {shown.length === 0 ? (
        <p className="soft">{t(data.units.length === 0 ? 'periods.nobody' : 'periods.none-such')}</p>
      ) : (
        <UnitTable
          units={shown}
          period={data.line.period}
          ticked={ticked}
          setTicked={dispatches && data.line.state !== 'closed' ? setTicked : undefined}
        />
      )}
      {accepting && (
        <AcceptDialog
          period={data.line.period}
          units={toAccept}
          onClose={() => {
            setAccepting(false)
            setTicked(new Set())
          }}
        />
      )}
    </section>
  )
}

function Chip({ show, now, count }: { show: Show | undefined; now: Show | undefined; count: number }) {
  const { t } = useTranslation()
  return (
    <Link
      to="."
      search={((old: object) => ({ ...old, show })) as never}
      className={show === now ? 'chosen' : undefined}
      aria-current={show === now ? 'true' : undefined}
    >
      {t(`periods.show.${show ?? 'all'}`)} {count}
    </Link>
  )
}
