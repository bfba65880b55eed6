import type { routes, SchemeItem } from '@guatu/contract'
import { presentOf } from '@guatu/domain'
import { must, ok } from '@guatu/kernel'
import { compareSchemes, itemSentence, itemsOf, type PlacedItem, type Scheme } from '@guatu/scheme'
import { readScope, type ScopedTx, schemeBeside, schemeHistory, schemeText } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { keptScheme, schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import { look } from '../picture/picture.ts'
import { clausesOfScheme } from './clauses.ts'
import { versionView, versionViews } from './version.ts'

type Routes = typeof routes

export const getScheme =
  (app: App): Handler<Routes['getScheme']> =>
  async ({ query, session }) => {
    const shown = await look(app, session, query, ({ view, scheme, bar, asOf }) => {
      const { settings } = view.program
      const present = presentOf(view, session.scope.reads !== 'all')
      const items = itemsOf(scheme).map(placed => ({
        ...itemView(placed, scheme, { settings, asOf }),
        now: present(placed) ?? null,
      }))
      return { bar, scheme, asOf, settings, items }
    })
    const { bar, scheme, asOf, settings, items } = shown
    return readScope(app.database, session.scope, async tx => {
      const kept = await schemeAt(tx, { asOf, knownAt: query.knownAt })
      const written = (await schemeHistory(tx)).find(one => one.seq === kept.seq)
      const { clauses = null } = (await schemeBeside(tx, kept.seq)) ?? {}
      const { source, inForce } = scheme
      return ok({
        bar,
        title: source.title,
        issuer: source.issuer,
        issued: source.issued ?? null,
        reading: bothOf(source.reading, source.readingEn),
        inForce,
        version: versionView(must(written, 'the version in force'), scheme, kept.seq),
        clauses: clausesOfScheme(scheme, clauses),
        items,
        settings: Object.entries(scheme.settings).map(([id, setting]) => ({
          id,
          type: setting.type,
          about: { zh: setting.about, en: setting.aboutEn },
          value: settings[id] ?? setting.default,
          given: (settings[id] ?? setting.default) !== setting.default,
        })),
      })
    })
  }

const bothOf = (zh: string | undefined, en: string | undefined) =>
  zh === undefined ? null : { zh, en: en ?? zh }

/** An item answers by one unit or several, where the plan says so. */
function ownersOf(item: object): string[] {
  const named = 'owners' in item ? item.owners : 'owner' in item ? item.owner : undefined
  return [named].flat().filter(one => typeof one === 'string')
}

function itemView(
  placed: PlacedItem,
  scheme: Scheme,
  options: { readonly settings: Readonly<Record<string, string>>; readonly asOf: string },
): Omit<SchemeItem, 'now'> {
  const { kind, item } = placed
  const light = placed.key === 'lights' ? scheme.lights[placed.index] : undefined
  return {
    kind,
    id: item.id,
    name: item.name,
    nameEn: item.nameEn,
    clause: item.clause ?? null,
    covers: item.covers,
    reading: bothOf(item.reading, item.readingEn),
    owners: ownersOf(item),
    sentence: bothOf(
      itemSentence(placed, scheme, 'zh', options),
      itemSentence(placed, scheme, 'en', options),
    ),
    onBoard: scheme.board.tiles.includes(item.id),
    dimension: light?.dimension ?? null,
  }
}

export const listSchemeVersions =
  (app: App): Handler<Routes['listSchemeVersions']> =>
  ({ query, session }) =>
    readScope(app.database, session.scope, async tx => {
      const asOf = query.asOf ?? (await todayOf(tx, session.jurisdiction, app.now()))
      const { seq } = await schemeAt(tx, { asOf, knownAt: query.knownAt })
      return ok({ versions: await versionViews(tx, seq, query.knownAt) })
    })

export const getSchemeVersion =
  (app: App): Handler<Routes['getSchemeVersion']> =>
  ({ params, session }) =>
    readScope(app.database, session.scope, async tx => {
      const one = await versionOf(tx, params.seq)
      if (!one) return refuse('request.not-found')
      const { written, scheme } = one
      const today = await todayOf(tx, session.jurisdiction, app.now())
      const { seq: inForce } = await schemeAt(tx, { asOf: today })
      return ok({
        version: versionView(written, scheme, inForce),
        text: await schemeText(tx, written),
        supplement: (await schemeBeside(tx, written.seq))?.supplement ?? null,
        json: { ...scheme },
      })
    })

export const compareSchemeVersions =
  (app: App): Handler<Routes['compareSchemeVersions']> =>
  ({ query, session }) =>
    readScope(app.database, session.scope, async tx => {
      const from = await versionOf(tx, query.from)
      const to = await versionOf(tx, query.to)
      if (!from || !to) return refuse('request.not-found')
      const today = await todayOf(tx, session.jurisdiction, app.now())
      const { seq: inForce } = await schemeAt(tx, { asOf: today })
      return ok({
        from: versionView(from.written, from.scheme, inForce),
        to: versionView(to.written, to.scheme, inForce),
        changes: compareSchemes(from.scheme, to.scheme),
      })
    })

async function versionOf(tx: ScopedTx, seq: number) {
  const written = (await schemeHistory(tx)).find(one => one.seq === seq)
  return written && { written, scheme: (await keptScheme(tx, written)).scheme }
}
