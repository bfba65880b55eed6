import { routes, type SchemeVersionView } from '@guatu/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { Changes } from './Changes.tsx'
import { textDiff } from './text-diff.ts'

interface Pair {
  readonly from: number
  readonly to: number
}

/** Two versions beside each other: in words, and line by line where one asks for it. */
export function Compare({
  versions,
  pair,
  onPair,
}: {
  versions: readonly SchemeVersionView[]
  pair: Pair
  onPair: (pair: Pair) => void
}) {
  const { t } = useTranslation()
  const query = useApi(routes.compareSchemeVersions, { query: pair })
  const [lines, setLines] = useState(false)
  return (
    <section className="panel plan-compare" aria-label={t('plan.compare')}>
      <h2>{t('plan.compare')}</h2>
      <p className="plan-links no-print">
        <Choice
          label={t('plan.before')}
          versions={versions}
          seq={pair.from}
          onPick={from => onPair({ ...pair, from })}
        />
        <Choice
          label={t('plan.after')}
          versions={versions}
          seq={pair.to}
          onPick={to => onPair({ ...pair, to })}
        />
        <button type="button" className="plain as-link" onClick={() => setLines(!lines)}>
          {lines ? t('plan.in-words') : t('plan.by-lines')}
        </button>
      </p>
      {query.error && <ErrorNote error={query.error} />}
      {query.isPending && <Waiting />}
      {query.data && !lines && <Changes changes={query.data.changes} />}
      {lines && <Lines {...pair} />}
    </section>
  )
}

function Choice({
  label,
  versions,
  seq,
  onPick,
}: {
  label: string
  versions: readonly SchemeVersionView[]
  seq: number
  onPick: (seq: number) => void
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <label>
      {label}{' '}
      <select value={seq} onChange={event => onPick(Number(event.target.value))}>
        {versions.map(one => (
          <option key={one.seq} value={one.seq}>
            {t('plan.version-from', { day: figures.day(one.effectiveFrom), seq: one.seq })}
          </option>
        ))}
      </select>
    </label>
  )
}

const MARKS = { same: ' ', gone: '−', new: '+' } as const

function Lines({ from, to }: Pair) {
  const old = useApi(routes.getSchemeVersion, { params: { seq: from } })
  const now = useApi(routes.getSchemeVersion, { params: { seq: to } })
  const error = old.error ?? now.error
  if (error) return <ErrorNote error={error} />
  if (!old.data || !now.data) return <Waiting />
  const lines = textDiff(old.data.text, now.data.text)
  return (
    <pre className="plan-diff">
      {lines.map((line, index) => (
        <span
          key={line ? `${line.old} ${line.now}` : `gap ${index}`}
          className={line ? `plan-diff-${line.is}` : 'soft'}
        >
          {line ? `${MARKS[line.is]} ${String(line.now ?? line.old).padStart(4)}  ${line.text}\n` : '…\n'}
        </span>
      ))}
    </pre>
  )
}
