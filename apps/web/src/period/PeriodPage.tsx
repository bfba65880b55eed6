import { routes } from '@guatu/contract'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { useMay } from '../session/me.ts'
import { Page } from '../shell/Page.tsx'
import { PastNote } from '../time/PastNote.tsx'
import { useWhen } from '../time/when.ts'
import { BurdenPanel } from './BurdenPanel.tsx'
import { ChasePanel } from './ChasePanel.tsx'
import { ClosingPanel } from './ClosingPanel.tsx'
import type { PeriodData } from './data.ts'
import type { Show } from './filter.ts'
import { PeriodCorrections } from './PeriodCorrections.tsx'
import { PeriodHead } from './PeriodHead.tsx'
import { UnitPanel } from './UnitPanel.tsx'
import './period.css'

export function PeriodPage() {
  const { period } = useParams({ from: '/periods/$period' })
  const query = useApi(routes.getPeriod, { params: { period } })
  return (
    <Page query={query} className="period-page">
      {data => <Shown key={data.line.period} data={data} />}
    </Page>
  )
}

/** What is to be done with a period on one page: who is missing, the chase, acceptance, closing. */
function Shown({ data }: { data: PeriodData }) {
  const { past } = useWhen()
  const { show } = useSearch({ from: '/periods/$period' }) as { show?: Show }
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const chases = useMay(routes.getChase.name)
  const closes = useMay(routes.closePeriod.name)
  const dispatches = closes && !past
  return (
    <>
      <PastNote />
      <PeriodHead data={data} />
      <UnitPanel data={data} show={show} ticked={ticked} setTicked={setTicked} dispatches={dispatches} />
      <div className="period-side">
        {chases && <ChasePanel data={data} ticked={ticked} dispatches={dispatches} />}
        {(closes || data.line.closing) && <ClosingPanel data={data} dispatches={dispatches} />}
        <BurdenPanel data={data} />
        {data.line.closing && <PeriodCorrections period={data.line.period} />}
      </div>
    </>
  )
}
