import type { Replayed } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { usePick } from '../language/index.ts'

type Target = Replayed['targets'][number]

/** Targets whose state differs; nothing where none does. */
export function Targets({ targets }: { targets: readonly Target[] }) {
  const { t } = useTranslation()
  const pick = usePick()
  if (targets.length === 0) return null
  const state = (of: Target['before']) => (of === null ? t('replay.not-judged') : t(`replay.target.${of}`))
  return (
    <section className="panel">
      <h3>{t('replay.targets')}</h3>
      <ul className="rows">
        {targets.map(one => (
          <li key={one.id}>
            {pick(one)}: {state(one.before)} → <b>{state(one.after)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
