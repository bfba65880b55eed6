import type { routes } from '@guatu/contract'
import { ok, type Result } from '@guatu/kernel'
import { compareSchemes } from '@guatu/scheme'
import { appendBatch, readScope, schemeHistory, sha256 } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import type { SchemeBody } from '../moment/scheme.ts'
import { checkDraft, inOrder } from './draft.ts'
import { effectsOf } from './effects.ts'

type Routes = typeof routes

export const checkScheme =
  (app: App): Handler<Routes['checkScheme']> =>
  ({ body, session }) =>
    readScope(app.database, session.scope, async tx =>
      ok({ findings: [...(await checkDraft(tx, body)).findings] }),
    )

export const previewScheme =
  (app: App): Handler<Routes['previewScheme']> =>
  ({ body, session }) =>
    readScope(app.database, session.scope, async tx => {
      const draft = await checkDraft(tx, body)
      const { base, plan, findings, fingerprint } = draft
      if (!plan) return ok({ findings: [...findings], changes: [], effects: null, fingerprint })
      const ordered = inOrder(draft, body.from)
      if (!ordered.ok) return ordered
      const { scheme } = plan.parsed
      return ok({
        findings: [...findings],
        changes: compareSchemes(base.scheme, scheme),
        effects: await effectsOf(app, tx, session, { draft: scheme, from: body.from }),
        fingerprint,
      })
    })

export const publishScheme =
  (app: App): Handler<Routes['publishScheme']> =>
  ({ body, session }) =>
    decide(app.database, session.scope, async (tx): Promise<Result<{ seq: number }, Failure>> => {
      // Holds the jurisdiction's lock: what is checked now is what the version comes after.
      await appendBatch(tx, {})
      const { kind, from, reason, key } = body
      const earlier = (await schemeHistory(tx)).find(one => one.key === key)
      if (earlier) return ok({ seq: earlier.seq })
      const draft = await checkDraft(tx, body)
      const { base, plan, clauses, findings, fingerprint } = draft
      const errors = findings.filter(one => one.severity === 'error').length
      const ordered = inOrder(draft, from)
      if (!ordered.ok) return ordered
      if (fingerprint !== body.fingerprint) return refuse('scheme.stale')
      if (!plan) return refuse('scheme.findings', { count: errors })
      if (plan.text === base.text) return refuse('scheme.same')
      const version: SchemeBody = {
        text: plan.text,
        hash: sha256(plan.text),
        clauses: clauses ?? undefined,
        origin: kind === 'supplement' ? 'supplement' : 'published',
        supplement: kind === 'supplement' ? body.text : undefined,
        by: session.name,
        reason,
        key,
      }
      const { firstSeq } = await appendBatch(tx, {
        facts: [{ word: 'scheme', subject: base.scheme.scheme, effectiveFrom: from, body: version }],
      })
      return ok({ seq: firstSeq })
    })
