import { routes, type SchemeDraft } from '@guatu/contract'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { Waiting } from '../shell/Waiting.tsx'
import type { Plan } from './Clauses.tsx'
import { Editor } from './Editor.tsx'
import { Publish } from './Publish.tsx'
import { keepDraft, type StoredDraft, storedDraft } from './stored.ts'
import { useFindings } from './use-findings.ts'

/** The plan as text: written with its faults told as one types, previewed, and published with a reason. */
export function Draft({ plan }: { plan: Plan }) {
  const query = useApi(routes.getSchemeVersion, { params: { seq: plan.version.seq } })
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  return query.data ? <Form key={plan.version.seq} plan={plan} text={query.data.text} /> : <Waiting />
}

function Form({ plan, text: now }: { plan: Plan; text: string }) {
  const { t } = useTranslation()
  const { jurisdiction, today, scheme } = plan.bar
  const from = today > plan.inForce.to ? plan.version.effectiveFrom : today
  const begin = (kind: SchemeDraft['kind']): StoredDraft => ({
    kind,
    from,
    base: plan.version.seq,
    text: kind === 'whole' ? now : template(scheme, from, t('plan.supplement-name')),
  })
  const [kept] = useState(() => storedDraft(jurisdiction))
  const [draft, setDraft] = useState<StoredDraft>(kept ?? begin('whole'))
  const touched = draft.text !== begin(draft.kind).text
  useEffect(() => keepDraft(jurisdiction, touched ? draft : undefined), [jurisdiction, draft, touched])
  const { findings, checking, error } = useFindings(draft)
  const change = (some: Partial<StoredDraft>) => setDraft({ ...draft, ...some })
  const write = (text: string) =>
    change(draft.kind === 'whole' ? { text } : { text, from: dayOf(text) ?? draft.from })
  return (
    <section className="panel plan-draft" aria-label={t('plan.view.edit')}>
      <header className="plan-links">
        <h2>{t('plan.view.edit')}</h2>
        <select
          aria-label={t('plan.draft-kind')}
          value={draft.kind}
          onChange={event => setDraft(begin(event.target.value === 'whole' ? 'whole' : 'supplement'))}
        >
          <option value="whole">{t('plan.draft.whole')}</option>
          <option value="supplement">{t('plan.draft.supplement')}</option>
        </select>
        <span className="soft">{t(`plan.draft-means.${draft.kind}`)}</span>
        {touched && (
          <Button size="small" onClick={() => setDraft(begin(draft.kind))}>
            {t('plan.draft-drop')}
          </Button>
        )}
      </header>
      {kept && touched && <p className="soft">{t('plan.draft-kept')}</p>}
      {draft.base !== plan.version.seq && <p className="plan-differs">{t('plan.draft-old')}</p>}
      {error && <ErrorNote error={error} />}
      <Editor
        label={t('plan.draft-text')}
        text={draft.text}
        findings={findings}
        checking={checking}
        onChange={write}
      />
      <Publish
        key={`${draft.kind} ${draft.from} ${draft.text}`}
        draft={draft}
        inForce={plan.inForce}
        least={plan.version.effectiveFrom}
        ready={touched && !checking && !findings.some(one => one.severity === 'error')}
        onFrom={day => change({ from: day })}
        onPublished={() => keepDraft(jurisdiction, undefined)}
      />
    </section>
  )
}

/** A supplement says itself from when it holds. */
const dayOf = (text: string) => /^from:\s*(\d{4}-\d{2}-\d{2})\s*$/m.exec(text)?.[1]

const template = (scheme: string, from: string, name: string) => `supplement: ${scheme}
name: ${name}
nameEn: Supplementary notice
from: ${from}
settings: {}
changes: {}
`
