import type { Facts } from '@guatu/domain'
import { compareText, type Day, periodSpan } from '@guatu/kernel'
import {
  membershipFact,
  type NewBatch,
  type NewEntry,
  type NewFact,
  personFact,
  postFact,
  projectFact,
  unitFact,
} from '@guatu/store'
import { SYSTEM } from '../scheme/load.ts'
import type { DemoDefinition } from './definition.ts'

/** A data folder as one batch of the ledger: what stands from `from` on, then the returns in order of time. */
export function demoBatch(facts: Facts, demo: DemoDefinition, from: Day): NewBatch {
  return {
    facts: [
      personFact({ id: SYSTEM, name: '系统' }, from),
      ...facts.units.map(unit => unitFact(unit, from)),
      ...demo.accounts.flatMap(({ login, name, role, unit, head }): NewFact[] => [
        personFact({ id: login, name }, from),
        postFact({ id: login, person: login, role, unit, ...(head && { head }) }, from),
      ]),
      ...Object.entries(facts.settings).map(
        ([id, value]): NewFact => ({ word: 'setting', subject: id, effectiveFrom: from, body: { value } }),
      ),
      ...facts.projects.map(project => projectFact(project, from)),
      ...facts.memberships.map(membership => membershipFact(membership, from)),
    ],
    entries: entriesOf(facts),
  }
}

function entriesOf(facts: Facts): NewEntry[] {
  const leads = new Map(facts.projects.map(project => [project.id, project.leadUnit]))
  const origin = { via: 'setup' as const }
  const entries: NewEntry[] = [
    ...facts.returns.map(({ project, period, figures }) => ({
      subject: { kind: 'project' as const, project },
      period,
      figures,
      origin,
      reportedBy: leads.get(project),
    })),
    ...facts.reported.map(({ indicator, unit, period, values }) => ({
      subject: { kind: 'reported' as const, indicator, unit },
      period,
      figures: values,
      origin,
      reportedBy: unit,
    })),
  ]
  return entries.sort((a, b) => compareText(periodSpan(a.period).end, periodSpan(b.period).end))
}
