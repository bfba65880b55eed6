import type { AssignmentDuty } from '@guatu/scheme'
import { type Given, type Member, membersOf } from '../record/index.ts'

export interface AssignmentAnswer {
  readonly kind: 'assignment'
  readonly subjects: readonly { readonly subject: string; readonly missing: readonly string[] }[]
  readonly met: number
  readonly of: number
  readonly state: 'met' | 'short' | 'nobody'
}

/** Whether all that must be settled for each project is there. */
export function assignmentAnswer(duty: AssignmentDuty, given: Given): AssignmentAnswer {
  const subjects = membersOf(given, duty.lists, duty.where).map(member => ({
    subject: member.state.project.id,
    missing: duty.requires.map(one => one.id).filter(name => !isThere(member, name)),
  }))
  const met = subjects.filter(one => one.missing.length === 0).length
  const state = subjects.length === 0 ? 'nobody' : met === subjects.length ? 'met' : 'short'
  return { kind: 'assignment', subjects, met, of: subjects.length, state }
}

/** Names of what a project or its plan holds; all other names are attributes, or figures of its returns. */
const HELD: Readonly<Record<string, (member: Member) => unknown>> = {
  leader: ({ state }) => state.project.leader,
  'lead-unit': ({ state }) => state.project.leadUnit,
  'owner-unit': ({ state }) => state.project.ownerUnit,
  'town-unit': ({ state }) => state.project.townUnit,
  'fund-source': ({ state }) => state.project.fundSource,
  'total-invest': ({ state }) => state.project.totalInvest,
  'annual-plan': ({ membership }) => membership.annualPlan,
  'month-plans': ({ membership }) => membership.monthPlans,
  'planned-start': ({ state, membership }) => membership.plannedStart ?? state.project.plannedStart,
  'planned-completion': ({ state }) => state.project.plannedCompletion,
}

function isThere(member: Member, name: string): boolean {
  const held = Object.hasOwn(HELD, name) ? HELD[name] : undefined
  const { state } = member
  const value = held ? held(member) : (state.project.attributes?.[name] ?? state.latest.get(name)?.value)
  return value !== undefined && value !== ''
}
