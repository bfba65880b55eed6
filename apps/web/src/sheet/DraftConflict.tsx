import type { ReturnSheet } from '@guatu/contract'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { type Difference, differencesOf } from './conflict.ts'
import type { Content } from './kept.ts'
import type { Theirs } from './use-keep.ts'

/** Two drafts side by side, where they differ; a person says which one stands. */
export function DraftConflict({
  sheet,
  mine,
  theirs,
  settle,
}: {
  sheet: ReturnSheet
  mine: Content
  theirs: Theirs
  settle: (how: 'mine' | 'theirs') => void
}) {
  const { t } = useTranslation()
  const { moment } = useFigures()
  const differences = differencesOf(
    mine,
    theirs.content,
    sheet.rows.map(row => row.project),
    sheet.fields.map(field => field.id),
  )
  return (
    <section className="panel draft-conflict">
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={
          theirs.by === undefined
            ? t('sheet.draft-other-tab')
            : t('sheet.draft-conflict', { by: theirs.by, at: moment(theirs.at ?? '') })
        }
        action={
          <span className="draft-choice">
            <Button size="small" onClick={() => settle('mine')}>
              {t('sheet.draft-mine')}
            </Button>
            <Button size="small" onClick={() => settle('theirs')}>
              {t('sheet.draft-theirs')}
            </Button>
          </span>
        }
      />
      <div className="table-wrap">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('sheet.draft-where')}</th>
              <th scope="col">{t('sheet.draft-own')}</th>
              <th scope="col">{t('sheet.draft-other')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(one => (
              <tr key={`${one.of} ${one.project} ${one.field}`}>
                <th scope="row">
                  <Where sheet={sheet} one={one} />
                </th>
                <td>{one.mine || t('sheet.draft-blank')}</td>
                <td>{one.theirs || t('sheet.draft-blank')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Where({ sheet, one }: { sheet: ReturnSheet; one: Difference }) {
  const { t } = useTranslation()
  const pick = usePick()
  if (one.of === 'correcting') return t('return.reason')
  const row = sheet.rows.find(row => row.project === one.project)
  const field = sheet.fields.find(field => field.id === one.field)
  return [
    row?.name ?? sheet.return.unitName,
    field && pick(field),
    one.of === 'reason' && t('sheet.draft-reason'),
  ]
    .filter(Boolean)
    .join(' · ')
}
