import type { ReturnSheet } from '@guatu/contract'
import { useMemo } from 'react'
import { useVocabulary } from '../session/me.ts'
import { DraftNote } from './DraftNote.tsx'
import { findingsOf } from './findings.ts'
import { useKept } from './kept.ts'
import { SheetTable } from './SheetTable.tsx'
import { SubmitBar } from './SubmitBar.tsx'
import { WarningPanel } from './WarningPanel.tsx'
import { fillLast, readWork } from './work.ts'

/** The return being filled in: grid, what wants a reason, and the bar that sends it. */
export function FillForm({ sheet }: { sheet: ReturnSheet }) {
  const money = useVocabulary().currency.row
  const kept = useKept(sheet, 'fill')
  const { texts, reasons, change } = kept
  const work = useMemo(() => readWork(sheet, texts, money), [sheet, texts, money])
  const findings = useMemo(() => findingsOf(sheet, work), [sheet, work])
  const warnings = findings.filter(one => one.needsReason)
  return (
    <>
      <DraftNote sheet={sheet} kept={kept} />
      <SheetTable
        sheet={sheet}
        work={work}
        texts={texts}
        findings={findings}
        onType={next => change({ texts: next })}
      />
      <WarningPanel
        sheet={sheet}
        warnings={warnings}
        reasons={reasons}
        onReasons={next => change({ reasons: next })}
      />
      <SubmitBar
        sheet={sheet}
        work={work}
        findings={findings}
        reasons={reasons}
        onFillLast={() => change({ texts: fillLast(sheet, texts, money) })}
        onSent={kept.clear}
      />
    </>
  )
}
