import type { ReturnSheet } from '@guatu/contract'
import { useMemo, useState } from 'react'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { usePhotos } from '../evidence/use-photos.ts'
import { useGrid } from '../grid/use-grid.ts'
import { placeOf } from '../keep/draft.ts'
import { useDraft } from '../keep/use-draft.ts'
import { useMe, useVocabulary } from '../session/me.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { DraftConflict } from './DraftConflict.tsx'
import { DraftNote } from './DraftNote.tsx'
import { checkOf } from './findings.ts'
import { type Content, emptyOf, type Kept, startOf } from './kept.ts'
import { columnsOf, rowsOf, textsOf, typedOf } from './rows.ts'
import { SheetGrid } from './SheetGrid.tsx'
import { SubmitBar } from './SubmitBar.tsx'
import { UnsentReturns } from './UnsentReturns.tsx'
import { useKeep } from './use-keep.ts'
import { WarningPanel } from './WarningPanel.tsx'
import { lastInto, readWork } from './work.ts'

/** The return being filled in, once this device has said what it holds of it. */
export function FillForm({ sheet }: { sheet: ReturnSheet }) {
  const { account } = useMe()
  const device = useDraft<Kept>(placeOf(account, sheet.return.unit, sheet.return.period))
  if (device.kept === undefined) return <Waiting />
  return <Filling sheet={sheet} device={device} kept={device.kept} />
}

/** Grid, what wants a reason, and the bar that sends it. */
function Filling({
  sheet,
  device,
  kept,
}: {
  sheet: ReturnSheet
  device: ReturnType<typeof useDraft<Kept>>
  kept: Kept | null
}) {
  const money = useVocabulary().currency.row
  const [start] = useState(() => startOf(sheet, kept))
  const columns = useMemo(() => columnsOf(sheet.fields), [sheet.fields])
  const rows = useMemo(() => rowsOf(sheet.rows, sheet.fields, true), [sheet])
  const year = Number(sheet.return.period.slice(0, 4))
  const as = { money, year }
  const [typed] = useState(() => typedOf(start.content.texts, columns, rows, as))
  const [dropped, setDropped] = useState<Content>()
  const check = useMemo(() => checkOf(sheet), [sheet])
  const show = ({ texts }: Content) =>
    grid.dispatch({ do: 'restore', typed: typedOf(texts, columns, rows, as) })
  const keep = useKeep(sheet, start, device, show)
  const photos = usePhotos(sheet)
  const grid = useGrid({
    columns,
    rows,
    money,
    year,
    typed,
    check,
    onChange: next => keep.changed({ texts: textsOf(next) }),
  })
  const work = useMemo(() => readWork(sheet.rows, grid.filled), [sheet.rows, grid.filled])
  const findings = useMemo(() => [...grid.found.values()].flat(), [grid.found])
  const warnings = findings.filter(one => one.needsReason)
  const replace = (content: Content) => {
    show(content)
    keep.changed(content)
  }
  return (
    <>
      <UnsentReturns />
      {keep.theirs && (
        <DraftConflict sheet={sheet} mine={keep.content()} theirs={keep.theirs} settle={keep.settle} />
      )}
      <DraftNote
        keeping={keep.keeping}
        fault={keep.fault}
        failed={device.failed}
        onDrop={() => {
          setDropped(keep.content())
          replace(emptyOf(sheet))
        }}
        onBack={
          dropped &&
          (() => {
            setDropped(undefined)
            replace(dropped)
          })
        }
      />
      <SheetGrid sheet={sheet} grid={grid} photos={photos} />
      <EvidencePanel sheet={sheet} photos={photos} />
      <WarningPanel
        sheet={sheet}
        warnings={warnings}
        reasons={keep.reasons}
        same={keep.same}
        onChange={keep.changed}
      />
      <SubmitBar
        sheet={sheet}
        work={work}
        findings={findings}
        reasons={keep.reasons}
        reason={keep.reason}
        onReason={reason => keep.changed({ reason })}
        onFillLast={() => grid.dispatch({ do: 'put', cells: lastInto(work.empty, rows, columns, as) })}
        onSent={() => keep.clear()}
      />
    </>
  )
}
