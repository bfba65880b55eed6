import { routes } from '@guatu/contract'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { stillOwed } from '../return/owed.ts'
import { useMay } from '../session/me.ts'
import { Page } from '../shell/Page.tsx'
import { PastNote } from '../time/PastNote.tsx'
import { useWhen } from '../time/when.ts'
import { FillForm } from './FillForm.tsx'
import { FrozenSheet } from './FrozenSheet.tsx'
import { LeftBehind } from './LeftBehind.tsx'
import { Moves } from './Moves.tsx'
import { ReviewBar } from './ReviewBar.tsx'
import { SheetHead } from './SheetHead.tsx'
import { SheetTable } from './SheetTable.tsx'
import './sheet.css'

/** One unit's return of one period: to fill in, to check, to look at, or to propose a correction from. */
export function SheetPage() {
  const { unit, period } = useParams({ from: '/returns/$unit/$period' })
  const { past } = useWhen()
  const query = useApi(routes.getReturn, { params: { unit, period } })
  const proposes = useMay(routes.proposeCorrection.name)
  const [filling, setFilling] = useState(false)
  const { t } = useTranslation()
  return (
    <Page query={query} className="sheet-page">
      {sheet => {
        const { may, state } = sheet.return
        const fills = may.includes('submit') && !past
        // What was sent is read first, by who checks it above all; changing it is the exception.
        const readsFirst = may.includes('accept') || may.includes('pass') || !stillOwed(state)
        const mayPropose = state === 'frozen' && proposes && !past
        return (
          <>
            <PastNote />
            <SheetHead sheet={sheet} />
            {!past && <ReviewBar sheet={sheet} />}
            {fills && (filling || !readsFirst) ? (
              <>
                {readsFirst && (
                  <p className="sheet-filling">
                    <Button onClick={() => setFilling(false)}>{t('sheet.to-review')}</Button>
                  </p>
                )}
                <FillForm key={`${unit} ${period}`} sheet={sheet} />
              </>
            ) : mayPropose ? (
              <FrozenSheet key={`${unit} ${period}`} sheet={sheet} />
            ) : (
              <>
                {!past && <LeftBehind sheet={sheet} />}
                <SheetTable
                  sheet={sheet}
                  begin={fills ? { label: t('sheet.change-figures'), go: () => setFilling(true) } : undefined}
                />
                <EvidencePanel sheet={sheet} />
              </>
            )}
            <Moves sheet={sheet} />
          </>
        )
      }}
    </Page>
  )
}
