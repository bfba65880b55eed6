import type { DocumentDue } from '../language/document.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Task } from '../language/task.ts'
import { dueDay } from './due.ts'
import { longestDays, SHORTEST } from './periods.ts'
import type { Report } from './report.ts'

type Path = readonly PropertyKey[]

/** Tasks and documents are asked for once, in each period, or at all times: one of the three. */
export function owed(scheme: Scheme, report: Report): void {
  scheme.tasks.forEach((task, index) => {
    when(scheme, task, ['tasks', index], report)
  })
  scheme.documents.forEach((document, index) => {
    const path = ['documents', index]
    when(scheme, document, path, report)
    within(document, path, report)
  })
}

function when(scheme: Scheme, item: Task | DocumentDue, path: Path, report: Report): void {
  const said = [item.due, item.every, item.standing].filter(one => one !== undefined)
  if (said.length !== 1) report(path, 'when.one', `${item.id} is asked for in ${said.length} ways`)
  if (item.due !== undefined) dueDay(scheme, item.due, item, [...path, 'due'], report)
  if (item.standing && item.atLeast > 1)
    report(path, 'when.standing', `${item.id} is never due, so no number is asked for`)
}

/** What is due after a period is in before the next one ends. */
function within({ id, every, within: term }: DocumentDue, path: Path, report: Report): void {
  if (!term) return
  const at = [...path, 'within']
  if (every === undefined) report(at, 'when.within', `${id} has no period that it could follow`)
  else if (longestDays(term) >= SHORTEST[every])
    report(at, 'when.within', `${id} runs into the next ${every}`)
}
