import { dayZh, periodOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { assemble } from './assemble.ts'
import type { DocumentInput } from './input.ts'
import type { Block, DocumentModel } from './model.ts'
import { projectRows } from './projects.ts'

/** 周调度表: a table for each list that the plan dispatches by the week, one row for each project. */
export function weeklyModel(input: DocumentInput): DocumentModel {
  const { scheme, asOf } = input.running.program
  const week = Number(periodOf('week', asOf).slice(-2))
  return assemble(input, {
    layout: 'sheet',
    mark: '',
    title: [`${scheme.jurisdiction.name}重点项目周调度表（第${week}周，截至${dayZh(asOf)}）`],
    to: '',
    blocks: weeklyLists(scheme).map(list => tableOf(input, list)),
  })
}

/** Lists of the cadences by the week; all lists where those name none, or there are none. */
export function weeklyLists({ cadences, lists }: Scheme) {
  const named = new Set(cadences.filter(one => one.every === 'week').flatMap(one => one.lists))
  return named.size === 0 ? lists : lists.filter(list => named.has(list.id))
}

function tableOf(input: DocumentInput, list: { readonly id: string; readonly name: string }): Block {
  const { running, facts, before } = input
  const onList = (id: string) => running.parts.get(id)?.overall.some(one => one.list === list.id) ?? false
  const projects = facts.projects.filter(one => onList(one.id))
  const rows = projectRows({ running, facts, projects, list: list.id, before, since: '较上周增加' })
  return { kind: 'table', table: { caption: list.name, ...rows } }
}
