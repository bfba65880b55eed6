import { fault, type Result } from '@guatu/kernel'
import type { FactToWrite } from '../import/index.ts'
import {
  checkFigures,
  entryToWrite,
  noLaterReturns,
  standingMoney,
  standingWorks,
  turningPeriod,
} from './figures.ts'
import { joined, membershipToWrite, openMemberships, parted, samePlace } from './plans.ts'
import type { MergeProjects, ProjectChange, SplitProject } from './request.ts'
import {
  freeProjectName,
  type Note,
  otherNames,
  projectOf,
  projectToWrite,
  type ReorganiseState,
  type Step,
  step,
} from './state.ts'

type Rename = Extract<ProjectChange, { kind: 'rename-project' }>

export function renameProject(state: ReorganiseState, { project: id, name, day }: Rename): Result<Step> {
  const project = projectOf(state, id)
  if (!project.ok) return project
  if (project.value.name === name) return fault('reorganise.nothing')
  const free = freeProjectName(state, name, id)
  if (!free.ok) return free
  const formerNames = otherNames(name, project.value.formerNames, [project.value.name])
  return step([projectToWrite({ ...project.value, name, formerNames }, day)])
}

/**
 * The project leaves on the day with a pointer to the other, which takes its plans on each list and answers to its
 * names. What the other has done is not summed up: whoever merges enters it for the period of the day, with the reason.
 */
export function mergeProjects(state: ReorganiseState, asked: MergeProjects): Result<Step> {
  const { project: id, into, figures, day } = asked
  if (id === into) return fault('reorganise.into-itself')
  const [project, other] = [projectOf(state, id), projectOf(state, into)]
  if (!project.ok) return project
  if (!other.ok) return other
  const turning = turningPeriod(state, day)
  const later = noLaterReturns(state, [project.value, other.value], turning)
  if (!later.ok) return later
  const moneys = standingMoney(state, project.value)
  const given = checkFigures(figures, moneys.keys(), turning)
  if (!given.ok) return given

  const notes: Note[] = []
  const names = otherNames(
    other.value.name,
    other.value.formerNames,
    [project.value.name],
    project.value.formerNames,
  )
  const facts: FactToWrite[] = [
    projectToWrite({ ...other.value, formerNames: names }, day),
    projectToWrite({ ...project.value, mergedInto: into }, day, true),
  ]
  const held = openMemberships(state, into, day)
  for (const leaving of openMemberships(state, id, day)) {
    const known = held.find(one => samePlace(one, leaving))
    const now = known ? joined(known, leaving) : { plan: { ...leaving, project: into }, notes: [] }
    facts.push(membershipToWrite(now.plan, day), membershipToWrite(leaving, day, true))
    notes.push(...now.notes)
  }
  if (!turning.ended && moneys.size > 0)
    notes.push({ code: 'figures-wait', params: { period: turning.period } })
  const entries = Object.keys(figures).length > 0 ? [entryToWrite(into, turning.period, figures, asked)] : []
  return step(facts, { entries, notes })
}

/** A part becomes a project of its own: plans and figures are cut so that the two add up to what stood. */
export function splitProject(state: ReorganiseState, asked: SplitProject): Result<Step> {
  const { project: id, newId, name, plans, totalInvest, figures, day } = asked
  const project = projectOf(state, id)
  if (!project.ok) return project
  const free = freeProjectName(state, name)
  if (!free.ok) return free
  const turning = turningPeriod(state, day)
  const later = noLaterReturns(state, [project.value], turning)
  if (!later.ok) return later
  const money = standingMoney(state, project.value)
  const given = checkFigures(figures, money.keys(), turning)
  if (!given.ok) return given
  const short = [...money].find(([field, whole]) => !within(figures[field], whole))
  if (short) return fault('reorganise.figure-too-large', { field: short[0] })
  if (!within(totalInvest, project.value.totalInvest)) return fault('reorganise.total-too-large')

  const { code: _, formerNames: __, ...like } = project.value
  const rest =
    totalInvest === undefined
      ? project.value
      : { ...project.value, totalInvest: (project.value.totalInvest ?? 0) - totalInvest }
  const facts: FactToWrite[] = [
    projectToWrite(rest, day),
    projectToWrite({ ...like, id: newId, name, totalInvest }, day),
  ]
  const open = openMemberships(state, id, day)
  for (const wanted of plans) {
    const plan = open.find(one => samePlace(one, wanted))
    if (!plan) return fault('reorganise.list-unknown')
    const cut = parted(plan, wanted, newId)
    if (!cut.ok) return cut
    facts.push(membershipToWrite(cut.value.rest, day), membershipToWrite(cut.value.part, day))
  }
  if (!turning.ended) {
    const notes: Note[] = money.size > 0 ? [{ code: 'figures-wait', params: { period: turning.period } }] : []
    return step(facts, { notes })
  }
  const left = Object.fromEntries([...money].map(([field, whole]) => [field, whole - (figures[field] ?? 0)]))
  const works = standingWorks(state, project.value)
  const entries = [
    ...(money.size > 0 ? [entryToWrite(id, turning.period, left, asked)] : []),
    ...(Object.keys({ ...works, ...figures }).length > 0
      ? [entryToWrite(newId, turning.period, { ...works, ...figures }, asked)]
      : []),
  ]
  return step(facts, { entries })
}

const within = (part: number | undefined, whole: number | undefined) =>
  part === undefined || (part >= 0 && part <= (whole ?? 0))
