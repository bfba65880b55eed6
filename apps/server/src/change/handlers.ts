import { CHANGE_TAGS, type Changes, type routes } from '@guatu/contract'
import { changesBetween, countChanges, type ProjectChange, sourced, sumsBetween, tagOf } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import { lookMark, readScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Call, Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { look, type Picture } from '../picture/picture.ts'
import { type Before, beforeOf } from './before.ts'
import { sinceOf } from './since.ts'

const SIZE = 50

type Asked = Call<typeof routes.getChanges>['query']

export const getChanges =
  (app: App): Handler<typeof routes.getChanges> =>
  async ({ query, session }) => {
    const ownLook = query.since === 'look'
    const when = ownLook ? {} : { asOf: query.asOf, knownAt: query.knownAt }
    const mark = ownLook ? await readScope(app.database, session.scope, lookMark) : undefined
    const { since, asOf } = await look(app, session, when, picture => ({
      since: sinceOf(query.since, picture, mark),
      asOf: picture.asOf,
    }))
    if (!since) return look(app, session, when, ({ bar }) => ok({ bar, ...NOTHING }))
    if (since.asOf > asOf) return refuse('change.not-before', { from: since.asOf, to: asOf })
    const before = await beforeOf(app, session, since, when.knownAt)
    return look(app, session, when, picture => ok({ since, ...changesOf(query, before, picture) }))
  }

const NOTHING: Omit<Changes, 'bar'> = {
  since: null,
  counts: Object.fromEntries(CHANGE_TAGS.map(tag => [tag, 0])) as Changes['counts'],
  sums: null,
  total: 0,
  rows: [],
}

function changesOf(query: Asked, before: Before, { view, bar }: Picture): Omit<Changes, 'since'> {
  const { kind, project, size = SIZE } = query
  const all = changesBetween(before.side, view, project === undefined ? candidates(before, view) : [project])
  const found = kind ? all.filter(one => one.changes.some(change => tagOf(change) === kind)) : all
  return {
    bar,
    counts: countChanges(all),
    sums: sumsBetween(before.side, view),
    total: found.length,
    rows: found.slice(0, size).map(one => shown(before, view, one)),
  }
}

/** Undefined: any may differ. */
const candidates = ({ leansOn, earlier }: Before, view: Picture['view']) =>
  leansOn === view ? earlier.keys() : undefined

const shown = ({ side }: Before, view: Picture['view'], one: ProjectChange): Changes['rows'][number] => ({
  project: one.project,
  name: one.name,
  unitName: one.unitName,
  changes: sourced(side, view, one),
})
