import type { ReturnSheet } from '@guatu/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { placeOf } from '../keep/draft.ts'
import { useKeptForm } from '../keep/use-kept-form.ts'
import { useMe } from '../session/me.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { ProposeForm } from './ProposeForm.tsx'
import { NO_PROPOSAL, type Proposal } from './proposal.ts'
import { SheetTable } from './SheetTable.tsx'

/** A closed return to be read, or its cells as a proposal; one half written comes back. */
export function FrozenSheet({ sheet }: { sheet: ReturnSheet }) {
  const { t } = useTranslation()
  const { account } = useMe()
  const { unit, period } = sheet.return
  const kept = useKeptForm<Proposal>(placeOf(account, 'correction', unit, period), NO_PROPOSAL)
  const [opened, setOpened] = useState<boolean>()
  if (!kept.ready) return <Waiting />
  if (opened ?? kept.found) return <ProposeForm sheet={sheet} kept={kept} onClose={() => setOpened(false)} />
  return (
    <>
      {!kept.isEmpty && (
        <Alert
          type="warning"
          showIcon
          role="status"
          className="no-print"
          title={t('correction.kept')}
          action={
            <span className="draft-choice">
              <Button size="small" onClick={() => setOpened(true)}>
                {t('correction.go-on')}
              </Button>
              <Button size="small" onClick={kept.clear}>
                {t('keep.discard')}
              </Button>
            </span>
          }
        />
      )}
      <SheetTable sheet={sheet} begin={{ label: t('correction.begin'), go: () => setOpened(true) }} />
      <EvidencePanel sheet={sheet} />
    </>
  )
}
