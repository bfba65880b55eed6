import { CHANGE_TAGS, type Changes, type ChangeTag } from '@guatu/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { signed } from '../figure/text.ts'
import { useFigures } from '../figure/use-figures.ts'
import { ChangeList } from './ChangeList.tsx'
import { SinceSwitch } from './SinceSwitch.tsx'
import { type Since, useAcknowledge, useChanges, useOpened, useSinces } from './use-changes.ts'
import './change.css'

/** One line above the board: how much changed since the reader last looked, or since the last period; opens the list. */
export function ChangeStrip() {
  const { t } = useTranslation()
  const opened = useOpened()
  const sinces = useSinces()
  const [chosen, setSince] = useState<Since>('look')
  const since = sinces.includes(chosen) ? chosen : 'period'
  const [listed, setListed] = useState<ChangeTag | 'all'>()
  const { data, error, refetch } = useChanges(since, { size: 1 }, opened)
  const acknowledge = useAcknowledge()
  const changed = data ? CHANGE_TAGS.filter(tag => data.counts[tag]) : []
  return (
    <section className="panel change-strip" aria-label={t('change.title')}>
      <h2>{t('change.title')}</h2>
      <SinceSwitch since={since} moment={data?.since} onChange={setSince} />
      {error && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && data.total === 0 && <span className="soft">{t(`change.none.${since}`)}</span>}
      {data && data.total > 0 && (
        <>
          <button type="button" className="plain as-link" onClick={() => setListed('all')}>
            {t('change.projects', { count: data.total })}
          </button>
          <span className="change-counts">
            {changed.map(tag => (
              <button key={tag} type="button" className="plain change-count" onClick={() => setListed(tag)}>
                {t(`change.tag.${tag}`)} <b>{data.counts[tag]}</b>
              </button>
            ))}
          </span>
          <Sums data={data} />
          {since === 'look' && (
            <Button size="small" loading={acknowledge.isPending} onClick={() => acknowledge.mutate(data)}>
              {t('change.seen')}
            </Button>
          )}
        </>
      )}
      <ChangeList
        since={since}
        kind={listed}
        counts={data?.counts ?? {}}
        onKind={setListed}
        onClose={() => setListed(undefined)}
      />
    </section>
  )
}

function Sums({ data: { sums } }: { data: Changes }) {
  const { t } = useTranslation()
  const figures = useFigures()
  if (!sums || sums.invested.from === sums.invested.to) return null
  const by = sums.invested.to - sums.invested.from
  return (
    <span className="soft">
      {t('change.invested', { by: signed(figures.row(by)), unit: figures.rowUnit })}
    </span>
  )
}
