import type { routes, UnitRow } from '@guatu/contract'
import { openMemberships, standingMoney, turningPeriod, type UnitFact } from '@guatu/domain'
import { groupBy, ok } from '@guatu/kernel'
import {
  closedUnits,
  factHistory,
  personNames,
  posts,
  readFacts,
  readScope,
  type ScopedTx,
  units,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { todayOf } from '../moment/today.ts'
import { reorganiseState } from './state.ts'

type Routes = typeof routes
const AS = { lead: 'leadUnit', owner: 'ownerUnit', town: 'townUnit' } as const

export const listUnits =
  (app: App): Handler<Routes['listUnits']> =>
  ({ session }) =>
    readScope(app.database, session.scope, async tx => {
      const today = await todayOf(tx, session.jurisdiction, app.now())
      const held = groupBy(await posts(tx), post => post.unit)
      const counts = session.post.role === 'administrator' ? undefined : await projectCounts(tx, today)
      const row = (unit: UnitFact, closed: UnitRow['closed']): UnitRow => ({
        id: unit.id,
        name: unit.name,
        kind: unit.kind,
        parent: unit.parent ?? null,
        aliases: [...(unit.aliases ?? [])],
        posts: held.get(unit.id)?.length ?? 0,
        projects: counts ? (counts.get(unit.id) ?? 0) : null,
        closed,
      })
      const open = (await units(tx)).map(unit => row(unit, null))
      const shut = (await closedUnits(tx)).map(unit =>
        row(unit, { day: unit.closedFrom, into: unit.mergedInto ?? null }),
      )
      return ok({ today, units: [...open, ...shut] })
    })

async function projectCounts(tx: ScopedTx, today: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const project of (await readFacts(tx, { asOf: today })).projects) {
    const named = new Set(Object.values(AS).map(field => project[field]))
    for (const unit of named) if (unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return counts
}

export const getUnit =
  (app: App): Handler<Routes['getUnit']> =>
  ({ params, session }) =>
    readScope(app.database, session.scope, async tx => {
      const history = await factHistory(tx, 'unit', params.id)
      if (history.length === 0) return refuse('request.not-found')
      const today = await todayOf(tx, session.jurisdiction, app.now())
      const people = await personNames(tx)
      const projects = (await readFacts(tx, { asOf: today })).projects.flatMap(project => {
        const as = (['lead', 'owner', 'town'] as const).filter(one => project[AS[one]] === params.id)
        return as.length > 0 ? [{ id: project.id, name: project.name, as }] : []
      })
      const held = (await posts(tx)).filter(post => post.unit === params.id)
      return ok({
        projects,
        posts: held.map(({ id, person, role, head }) => ({
          id,
          name: people.get(person) ?? person,
          role,
          head: head ?? false,
        })),
        names: namesOf(history),
      })
    })

/** The names in force one after another: of several written for one day the last counts. */
function namesOf(history: Awaited<ReturnType<typeof factHistory>>) {
  const byDay = new Map(
    [...history]
      .sort((a, b) =>
        a.effectiveFrom === b.effectiveFrom ? a.seq - b.seq : a.effectiveFrom < b.effectiveFrom ? -1 : 1,
      )
      .map(({ effectiveFrom, body }) => [effectiveFrom, String(body.name)]),
  )
  const names: { name: string; from: string }[] = []
  for (const [from, name] of byDay) if (names.at(-1)?.name !== name) names.push({ name, from })
  return names
}

export const projectParts =
  (app: App): Handler<Routes['projectParts']> =>
  ({ params, query, session }) =>
    readScope(app.database, session.scope, async tx => {
      const state = await reorganiseState(app, tx, session)
      const project = state.facts.projects.find(one => one.id === params.id)
      if (!project) return refuse('request.not-found')
      const day = query.day ?? state.today
      const lists = new Map(state.scheme.lists.map(list => [list.id, list.name]))
      return ok({
        id: project.id,
        name: project.name,
        totalInvest: project.totalInvest ?? null,
        plans: openMemberships(state, project.id, day).map(({ list, year, annualPlan }) => ({
          list,
          name: lists.get(list) ?? list,
          year: year ?? null,
          annualPlan: annualPlan ?? null,
        })),
        figures: Object.fromEntries(standingMoney(state, project)),
        ...turningPeriod(state, day),
      })
    })
