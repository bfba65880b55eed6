import { CHANGE_TAGS, type Changes, type ChangeTag } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { ChangeLines } from './ChangeLines.tsx'
import { type Since, useChanges } from './use-changes.ts'

const SHOWN = 200

/** Projects that changed, weightiest first, narrowed to one kind by a click. */
export function ChangeList({
  since,
  kind,
  counts,
  onKind,
  onClose,
}: {
  since: Since
  kind: ChangeTag | 'all' | undefined
  counts: Partial<Changes['counts']>
  onKind: (kind: ChangeTag | 'all') => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const asked = kind === 'all' ? undefined : kind
  const { data, error, refetch } = useChanges(since, { kind: asked, size: SHOWN }, kind !== undefined)
  const tags = ['all' as const, ...CHANGE_TAGS.filter(tag => counts[tag])]
  return (
    <Drawer
      open={kind !== undefined}
      onClose={onClose}
      size={640}
      className="change-list"
      title={t(`change.head.${since}`)}
    >
      <p className="change-counts">
        {tags.map(tag => (
          <button
            key={tag}
            type="button"
            className="plain change-count"
            aria-pressed={tag === kind}
            onClick={() => onKind(tag)}
          >
            {tag === 'all' ? t('change.all') : t(`change.tag.${tag}`)} {tag !== 'all' && <b>{counts[tag]}</b>}
          </button>
        ))}
      </p>
      {error && <ErrorNote error={error} retry={() => void refetch()} />}
      {!data && !error && kind !== undefined && <Waiting />}
      <ul className="rows">
        {data?.rows.map(row => (
          <li key={row.project} className="change-project">
            <p>
              <Link to="/projects/$id" params={{ id: row.project }}>
                {row.name}
              </Link>{' '}
              <span className="soft">{row.unitName}</span>
            </p>
            <ChangeLines row={row} />
          </li>
        ))}
      </ul>
      {data && data.total > data.rows.length && (
        <p className="soft">{t('change.more', { count: data.total - data.rows.length })}</p>
      )}
    </Drawer>
  )
}
