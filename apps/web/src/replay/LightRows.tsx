import { type ReplayAsked, type Replayed, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { callFile } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { saveFile } from '../api/save-file.ts'
import { usePick } from '../language/index.ts'
import { useAsk } from '../why/subject.ts'
import { Filters } from './Filters.tsx'
import { SideCell } from './SideCell.tsx'

/** Each light under both plans, side by side. */
export function LightRows({
  replay,
  asked,
  onAsk,
}: {
  replay: Replayed
  asked: ReplayAsked
  onAsk: (asked: ReplayAsked) => void
}) {
  const { t } = useTranslation()
  const sheet = useMutation({
    mutationFn: () => callFile(routes.exportReplay, { body: asked }),
    onSuccess: ({ blob }) => saveFile({ blob, name: `${t('replay.title')}-${replay.period}.xlsx` }),
  })
  return (
    <section className="panel replay-lights" aria-label={t('replay.light')}>
      <header>
        <Filters replay={replay} asked={asked} onAsk={onAsk} />
        <Button size="small" loading={sheet.isPending} onClick={() => sheet.mutate()}>
          {t('replay.export')}
        </Button>
      </header>
      {sheet.error && <ErrorNote error={sheet.error} />}
      {replay.rows.length === 0 ? (
        <p className="soft">{t('replay.none')}</p>
      ) : (
        <div className="table-wrap">
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('replay.project')}</th>
                <th scope="col">{t('replay.light')}</th>
                <th scope="col">{t('replay.before')}</th>
                <th scope="col">{t('replay.after')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {replay.rows.map(row => (
                <Row key={`${row.project} ${row.list} ${row.dimension}`} row={row} replay={replay} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {replay.total > replay.rows.length && (
        <p className="soft">{t('replay.more', { count: replay.total - replay.rows.length })}</p>
      )}
    </section>
  )
}

function Row({ row, replay }: { row: Replayed['rows'][number]; replay: Replayed }) {
  const { t } = useTranslation()
  const pick = usePick()
  const ask = useAsk()
  const { project, list, before, after } = row
  const rule = after ?? before
  return (
    <tr>
      <th scope="row">
        <Link to="/projects/$id" params={{ id: project }} search={{ asOf: replay.asOf }}>
          {row.name}
        </Link>
        <span className="nd">{row.unitName}</span>
      </th>
      <td>
        {rule && pick(rule)}
        <span className="nd">{pick({ name: row.listName, nameEn: row.listNameEn })}</span>
      </td>
      <td data-side={t('replay.before')}>
        <SideCell said={before} side={replay.before} />
      </td>
      <td data-side={t('replay.after')} className={row.changed ? 'replay-moved' : undefined}>
        <SideCell said={after} side={replay.after} />
      </td>
      <td>
        {before && (
          <button
            type="button"
            className="plain as-link"
            onClick={() => ask({ kind: 'light', project, list, rule: before.light.rule, asOf: replay.asOf })}
          >
            {t('replay.why')}
          </button>
        )}
      </td>
    </tr>
  )
}
