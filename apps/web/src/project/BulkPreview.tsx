import type { Response, routes } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { usePick } from '../language/index.ts'
import { useVocabulary } from '../session/me.ts'

type Previewed = Response<typeof routes.previewBulk>
type Change = Previewed['rows'][number]['changes'][number]

const LABELS = {
  'lead-unit': 'matrix.unit',
  leader: 'facet.leader',
  sector: 'facet.sector',
  'fund-source': 'facet.fund',
  list: 'facet.list',
} as const satisfies Record<Change['field'], string>

/** Before and after of each project; refused ones first, with the reason. */
export function BulkPreview({ preview: { rows, counts } }: { preview: Previewed }) {
  const { t } = useTranslation()
  const pick = usePick()
  const { lists } = useVocabulary()
  const value = (field: Change['field'], text: string | null) => {
    if (text === null) return t('project.not-set')
    const list = field === 'list' ? lists.find(one => one.id === text) : undefined
    return list ? pick(list) : text
  }
  return (
    <>
      <p role="status">{t('bulk.counts', counts)}</p>
      {rows.length > 0 && (
        <div className="table-wrap bulk-preview">
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('project.name')}</th>
                <th scope="col">{t('bulk.before-after')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.project}>
                  <th scope="row">{row.name}</th>
                  <td>
                    {row.refusal && <b className="refusal">{t(`bulk.refusal.${row.refusal}`)}</b>}
                    {(row.refusal ? [] : row.changes).map(({ field, before, after }) => (
                      <div key={`${field} ${before}`}>
                        {t(LABELS[field])}: <s>{value(field, before)}</s> → {value(field, after)}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {counts.changed + counts.refused > rows.length && (
        <p className="soft">
          {t('bulk.more-rows', { count: counts.changed + counts.refused - rows.length })}
        </p>
      )}
    </>
  )
}
