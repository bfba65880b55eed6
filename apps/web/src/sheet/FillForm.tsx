import type { ReturnSheet } from '@guatu/contract'
import { useMemo, useState } from 'react'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { usePhotos } from '../evidence/use-photos.ts'
import { useDraft } from '../grid/draft/use-draft.ts'
import { useGrid } from '../grid/use-grid.ts'
import { useMe, useVocabulary } from '../session/me.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { DraftNote } from './DraftNote.tsx'
import { reasonsBefore } from './explain.ts'
import { checkOf } from './findings.ts'
import { type Kept, ofServer, type Start, startOf, useKeep } from './kept.ts'
import { columnsOf, rowsOf, typedOf } from './rows.ts'
import { SheetGrid } from './SheetGrid.tsx'
import { SubmitBar } from './SubmitBar.tsx'
import { UnsentReturns } from './UnsentReturns.tsx'
import { useUnsentReturns } from './use-unsent-returns.ts'
import { WarningPanel } from './WarningPanel.tsx'
import { lastInto, readWork } from './work.ts'

/** The return being filled in, once this device has said what it holds of it. */
export function FillForm({ sheet }: { sheet: ReturnSheet }) {
  const { account } = useMe()
  const device = useDraft({ account, unit: sheet.return.unit, period: sheet.return.period })
  if (device.kept === undefined) return <Waiting />
  return <Filling sheet={sheet} device={device} begin={startOf(sheet, device.kept as Partial<Kept> | null)} />
}

/** Grid, what wants a reason, and the bar that sends it. */
function Filling({
  sheet,
  device,
  begin,
}: {
  sheet: ReturnSheet
  device: ReturnType<typeof useDraft>
  begin: Start
}) {
  const money = useVocabulary().currency.row
  const [start] = useState(begin)
  const columns = useMemo(() => columnsOf(sheet.fields), [sheet.fields])
  const rows = useMemo(() => rowsOf(sheet.rows, sheet.fields, true), [sheet])
  const year = Number(sheet.return.period.slice(0, 4))
  const as = { money, year }
  const [typed] = useState(() => typedOf(start.texts, columns, rows, as))
  const check = useMemo(() => checkOf(sheet), [sheet])
  const keep = useKeep(sheet, start, typed, device)
  const queue = useUnsentReturns()
  const photos = usePhotos(sheet)
  const grid = useGrid({
    columns,
    rows,
    money,
    year,
    typed,
    check,
    onChange: next => keep.changed({ typed: next }),
  })
  const work = useMemo(() => readWork(sheet.rows, grid.filled), [sheet.rows, grid.filled])
  const findings = useMemo(() => [...grid.found.values()].flat(), [grid.found])
  const warnings = findings.filter(one => one.needsReason)
  return (
    <>
      <UnsentReturns queue={queue} />
      <DraftNote
        sheet={sheet}
        keeping={keep.keeping}
        failed={device.failed}
        onMine={() => keep.settle('device')}
        onTheirs={() => {
          const theirs = ofServer(sheet)
          grid.dispatch({ do: 'restore', typed: typedOf(theirs.texts, columns, rows, as) })
          keep.changed({ reasons: theirs.reasons })
          keep.settle('server')
        }}
        onDrop={() => {
          grid.dispatch({ do: 'restore', typed: {} })
          keep.changed({ typed: {}, reasons: reasonsBefore(sheet.passed) })
        }}
      />
      <SheetGrid sheet={sheet} grid={grid} photos={photos} />
      <EvidencePanel sheet={sheet} photos={photos} />
      <WarningPanel
        sheet={sheet}
        warnings={warnings}
        reasons={keep.reasons}
        onReasons={reasons => keep.changed({ reasons })}
      />
      <SubmitBar
        sheet={sheet}
        work={work}
        findings={findings}
        reasons={keep.reasons}
        queue={queue}
        onFillLast={() => grid.dispatch({ do: 'put', cells: lastInto(work.empty, rows, columns, as) })}
        onSent={() => {
          grid.dispatch({ do: 'restore', typed: {} })
          keep.clear()
        }}
      />
    </>
  )
}
