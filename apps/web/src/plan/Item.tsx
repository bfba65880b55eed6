import type { SchemeItem } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useLanguage, usePick } from '../language/index.ts'
import { useVocabulary } from '../session/me.ts'
import { Now } from './Now.tsx'
import { anchorOf } from './tree.ts'
import { usePlanWords } from './words.ts'

/** One item of the plan: what it asks, who answers for it, how it stands. */
export function Item({ item, anchored }: { item: SchemeItem; anchored: boolean }) {
  const { t } = useTranslation()
  const pick = usePick()
  const language = useLanguage()
  const words = usePlanWords()
  const { units } = useVocabulary()
  const owners = item.owners.map(owner => units.find(unit => unit.id === owner)?.name ?? owner)
  return (
    <article className="plan-item" id={anchored ? anchorOf(item) : undefined}>
      <header>
        <span className="plan-kind">{words.kind(item.kind)}</span>
        <b>{pick(item)}</b>
        {owners.length > 0 && (
          <span className="soft">{t('plan.owner', { owner: owners.join(t('text.comma')) })}</span>
        )}
      </header>
      {item.sentence && <p className="plan-sentence">{item.sentence[language]}</p>}
      <Now item={item} />
      {item.reading && <p className="soft">{t('why.reading', { reading: item.reading[language] })}</p>}
    </article>
  )
}
