import type { SchemeEffects } from '@guatu/contract'
import {
  basisOf,
  compile,
  type ProjectState,
  PUBLISHED_CALENDAR,
  projectState,
  type StandingView,
  schemeEffects,
  stateOf,
} from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { projectsKnown, type ScopedTx, surroundings } from '@guatu/store'
import type { App } from '../app.ts'
import { look } from '../picture/picture.ts'
import type { Session } from '../session/session.ts'

/** More moved lights than this nobody reads; the counts speak of all. */
const MOVED_SHOWN = 200

/** Both plans put to the present facts, on today or on the day from which the draft holds where that is later. */
export async function effectsOf(
  app: App,
  tx: ScopedTx,
  session: Session,
  { draft, from }: { readonly draft: Scheme; readonly from: Day },
): Promise<SchemeEffects> {
  const known = await look(app, session, {}, ({ view, today }) => ({ view, today }))
  const asOf = from > known.today ? from : known.today
  const around = await surroundings(tx, { asOf: known.today })
  const after = compile(draft, around.settings, asOf)
  const basis = basisOf({ ...around, scheme: draft, asOf, calendar: PUBLISHED_CALENDAR })
  const asks = [...basis.firsts].some(field => !known.view.basis.firsts.has(field))
  const stored = asks ? await statesOf(tx, known.today, draft) : undefined
  // Looked at again after all waiting: what is held may have moved on meanwhile.
  return look(app, session, {}, ({ view, scheme }) => {
    const before = compile(scheme, around.settings, asOf)
    const told = schemeEffects(before, after, stored ?? held(view), view.reported)
    const unitName = (id: string) => view.basis.unitNames.get(id) ?? id
    const rules = new Map([...scheme.lights, ...draft.lights].map(light => [light.id, light]))
    const targets = new Map([...scheme.targets, ...draft.targets].map(target => [target.id, target]))
    return {
      asOf,
      projects: told.projects,
      lights: [...rules.values()].map(({ id, name, nameEn }) => ({
        rule: id,
        name,
        nameEn,
        before: told.before.get(id) ?? {},
        after: told.after.get(id) ?? {},
      })),
      moved: told.moved
        .slice(0, MOVED_SHOWN)
        .map(({ unit, ...one }) => ({ ...one, unitName: unitName(unit) })),
      units: told.units.map(one => ({ ...one, name: unitName(one.unit) })),
      targets: told.targets.map(one => ({
        ...one,
        name: targets.get(one.id)?.name ?? one.id,
        nameEn: targets.get(one.id)?.nameEn ?? one.id,
      })),
      actions: told.actions,
    }
  })
}

function* held(view: StandingView): Iterable<ProjectState> {
  for (const row of view.rows()) yield stateOf(row)
}

/** From the ledger, for a draft that asks for first figures which the standing has not kept. */
async function statesOf(tx: ScopedTx, asOf: Day, draft: Scheme): Promise<ProjectState[]> {
  const { shapes } = compile(draft, {}, asOf)
  const states: ProjectState[] = []
  for await (const some of projectsKnown(tx, { asOf }))
    for (const { project, memberships, returns } of some)
      states.push(projectState(project, memberships, returns, shapes, asOf))
  return states
}
