import type { SchemeChangeView } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useLanguage, usePick } from '../language/index.ts'
import { usePlanWords } from './words.ts'

/** What two versions say differently, thing by thing. */
export function Changes({ changes }: { changes: readonly SchemeChangeView[] }) {
  const { t } = useTranslation()
  if (changes.length === 0) return <p className="soft">{t('plan.changes-none')}</p>
  return (
    <ul className="rows plan-changes">
      {changes.map(one => (
        <Change key={`${one.kind} ${one.id}`} change={one} />
      ))}
    </ul>
  )
}

function Change({ change }: { change: SchemeChangeView }) {
  const { t } = useTranslation()
  const pick = usePick()
  const language = useLanguage()
  const words = usePlanWords()
  const [before, after] = [change.before?.[language], change.after?.[language]]
  return (
    <li>
      <p>
        <span className="plan-kind">{words.kind(change.kind)}</span> <b>{pick(change)}</b>{' '}
        {t(`plan.change.${change.change}`)}
      </p>
      {before !== after && before !== undefined && <p className="plan-gone">{before}</p>}
      {before !== after && after !== undefined && <p className="plan-new">{after}</p>}
      {change.keys.map(key => (
        <p key={key.path} className="plan-key">
          <span className="soft">{words.path(key.path)}</span> <del>{key.before ?? t('plan.empty')}</del> →{' '}
          <ins>{key.after ?? t('plan.empty')}</ins>
        </p>
      ))}
    </li>
  )
}
