import { fault, type Result } from '@guatu/kernel'
import type { ProjectFact } from '../facts/index.ts'
import { type PostFact, postFactOf, unitsAbove, unitTree } from '../person/index.ts'
import type { UnitChange } from './request.ts'
import {
  freeUnitName,
  type Note,
  otherNames,
  projectToWrite,
  type ReorganiseState,
  type Step,
  step,
  unitOf,
  unitToWrite,
} from './state.ts'

type Asked<Kind extends UnitChange['kind']> = Extract<UnitChange, { kind: Kind }>

/** The old name stays one that files may call it by. */
export function renameUnit(
  state: ReorganiseState,
  { unit: id, name, day }: Asked<'rename-unit'>,
): Result<Step> {
  const unit = unitOf(state, id)
  if (!unit.ok) return unit
  if (unit.value.name === name) return fault('reorganise.nothing')
  const free = freeUnitName(state, name, id)
  if (!free.ok) return free
  const aliases = otherNames(name, unit.value.aliases, [unit.value.name])
  return step([unitToWrite({ ...unit.value, name, aliases }, day)])
}

export function moveUnit(
  state: ReorganiseState,
  { unit: id, parent, day }: Asked<'move-unit'>,
): Result<Step> {
  const unit = unitOf(state, id)
  if (!unit.ok) return unit
  if ((unit.value.parent ?? null) === parent) return fault('reorganise.nothing')
  if (parent !== null) {
    const above = unitOf(state, parent)
    if (!above.ok) return above
    if (unitsAbove(unitTree(state.facts.units), parent).includes(id)) {
      return fault('reorganise.cycle', { unit: unit.value.name, parent: above.value.name })
    }
  }
  return step([unitToWrite({ ...unit.value, parent: parent ?? undefined }, day)])
}

/** All that hangs on the unit passes to the other, which answers to its names too; the unit is closed. */
export function mergeUnits(
  state: ReorganiseState,
  { unit: id, into, day }: Asked<'merge-units'>,
): Result<Step> {
  if (id === into) return fault('reorganise.into-itself')
  const [unit, other] = [unitOf(state, id), unitOf(state, into)]
  if (!unit.ok) return unit
  if (!other.ok) return other
  const below = state.facts.units.filter(one => one.parent === id)
  if (below.length > 0) return fault('reorganise.has-units', { unit: unit.value.name, count: below.length })
  const aliases = otherNames(other.value.name, other.value.aliases, [unit.value.name], unit.value.aliases)
  const { facts, notes } = passPosts(state, id, into, day)
  return step(
    [
      unitToWrite({ ...other.value, aliases }, day),
      unitToWrite({ ...unit.value, mergedInto: into }, day, true),
      ...state.facts.projects.filter(one => names(one, id)).map(one => passProject(one, id, into, day)),
      ...facts,
    ],
    { notes },
  )
}

/** The new unit is of the same kind and under the same parent. */
export function splitUnit(state: ReorganiseState, asked: Asked<'split-unit'>): Result<Step> {
  const { unit: id, newId, name, day } = asked
  const unit = unitOf(state, id)
  if (!unit.ok) return unit
  const free = freeUnitName(state, name)
  if (!free.ok) return free
  const projects = state.facts.projects.filter(one => asked.projects.includes(one.id) && names(one, id))
  if (projects.length !== new Set(asked.projects).size) return fault('reorganise.project-unknown')
  const posts = state.posts.filter(one => asked.posts.includes(one.id) && one.unit === id)
  if (posts.length !== new Set(asked.posts).size) return fault('reorganise.post-unknown')
  const { kind, parent } = unit.value
  return step([
    unitToWrite({ id: newId, name, kind, parent }, day),
    ...projects.map(one => passProject(one, id, newId, day)),
    ...posts.map(one => postFactOf({ ...one, unit: newId }, day)),
  ])
}

const RESPONSIBLE = ['leadUnit', 'ownerUnit', 'townUnit'] as const

const names = (project: ProjectFact, unit: string) => RESPONSIBLE.some(field => project[field] === unit)

function passProject(project: ProjectFact, from: string, to: string, day: string) {
  const passed = RESPONSIBLE.filter(field => project[field] === from).map(field => [field, to])
  return projectToWrite({ ...project, ...Object.fromEntries(passed) }, day)
}

/** Who holds the same post in the other unit keeps one of the two; a head heads no unit any more. */
function passPosts(state: ReorganiseState, from: string, to: string, day: string) {
  const notes: Note[] = []
  const facts = state.posts
    .filter(one => one.unit === from)
    .map(post => {
      const { person, role } = post
      if (state.posts.some(one => one.unit === to && one.person === person && one.role === role)) {
        notes.push({ code: 'post-held', params: { person, role } })
        return postFactOf(post, day, true)
      }
      if (post.head) notes.push({ code: 'head-ends', params: { person } })
      return postFactOf(withoutHead({ ...post, unit: to }), day)
    })
  return { facts, notes }
}

const withoutHead = ({ head: _, ...post }: PostFact): PostFact => post
