import { type Response, routes, type SchemeClause, type SchemeItem } from '@guatu/contract'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { useLanguage } from '../language/index.ts'
import { ClauseTree } from './ClauseTree.tsx'
import { IssuedText } from './IssuedText.tsx'
import { Item } from './Item.tsx'
import { anchorOf, keyOf, sectionsOf } from './tree.ts'

export type Plan = Response<typeof routes.getScheme>

/** The plan clause by clause: the tree on the left, what runs each clause on the right, the issued text beside. */
export function Clauses({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const here = useLocation({ select: location => location.hash })
  const files = useApi(routes.listSchemeFiles)
  const readable = files.data?.files.find(file => file.readable)
  const [beside, setBeside] = useState(false)
  const sections = useMemo(() => sectionsOf(plan.clauses), [plan.clauses])
  const items = useMemo(() => new Map(plan.items.map(item => [keyOf(item), item])), [plan.items])
  const own = plan.items.filter(item => item.covers.length === 0)
  useEffect(() => {
    if (here) document.getElementById(here)?.scrollIntoView({ block: 'start' })
  }, [here])
  return (
    <div className={beside ? 'plan-body plan-beside' : 'plan-body'}>
      <ClauseTree sections={sections} here={here} own={own.length > 0} />
      <div className="plan-clauses">
        {readable && (
          <p className="no-print">
            <button type="button" className="plain as-link" onClick={() => setBeside(!beside)}>
              {beside ? t('plan.beside-close') : t('plan.beside-open', { name: readable.name })}
            </button>
          </p>
        )}
        {sections.map(section => (
          <section key={section.name}>
            {section.name && <h2>{t('plan.section', { name: section.name })}</h2>}
            {section.clauses.map(clause => (
              <Clause key={clause.id} clause={clause} items={items} here={here === clause.id} />
            ))}
          </section>
        ))}
        {own.length > 0 && (
          <section className="panel plan-clause" id="own">
            <h3>{t('plan.own')}</h3>
            <p className="soft">{t('plan.own-means')}</p>
            {own.map(item => (
              <Item key={keyOf(item)} item={item} anchored />
            ))}
          </section>
        )}
        <Settings settings={plan.settings} />
      </div>
      {beside && readable && <IssuedText id={readable.id} clause={here} />}
    </div>
  )
}

function Clause({
  clause,
  items,
  here,
}: {
  clause: SchemeClause
  items: ReadonlyMap<string, SchemeItem>
  here: boolean
}) {
  const { t } = useTranslation()
  const mine = clause.items.flatMap(key => items.get(key) ?? [])
  return (
    <section
      className={here ? 'panel plan-clause plan-here' : 'panel plan-clause'}
      id={clause.id}
      aria-label={clause.id}
    >
      <h3>
        <span className="plan-place">{clause.clause}</span> {clause.name}{' '}
        <small className="soft">{clause.id}</small>
      </h3>
      {mine.length === 0 && <p className="soft">{t('plan.clause-none')}</p>}
      {mine.map(item => (
        <Item key={keyOf(item)} item={item} anchored={false} />
      ))}
    </section>
  )
}

/** What the plan leaves to the bureau, and the value in force. */
function Settings({ settings }: { settings: Plan['settings'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (settings.length === 0) return null
  return (
    <section className="panel plan-clause">
      <h3>{t('plan.settings')}</h3>
      <ul className="rows">
        {settings.map(one => (
          <li key={one.id} id={anchorOf({ kind: 'setting', id: one.id })}>
            <b>{one.value}</b> {one.about[language]} <small className="soft">{one.id}</small>
            {one.given && <span className="soft"> {t('plan.given')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
