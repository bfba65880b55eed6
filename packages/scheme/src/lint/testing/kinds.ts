import { small } from '../../testing.ts'
import { lint } from '../lint.ts'

/** Items that have no findings, each changed by what follows it. */
export const ITEMS = {
  tasks:
    '{ id: t, name: 任务, nameEn: T, owners: [某局], evidence: 文件, evidenceEn: paper, due: 09-30, because: 组织, becauseEn: order, atLeast: 2 }',
  documents:
    '{ id: d, name: 专报, nameEn: D, owners: [某局], kind: special-report, to: 政府, toEn: government, every: month, within: { workingDays: 3 } }',
  visits:
    '{ id: v, name: 现场, nameEn: V, kind: visits, role: leader, roleName: 领导, roleNameEn: leader, every: month, atLeast: 2, of: each-project, lists: [key] }',
  clock:
    '{ id: c, name: 时限, nameEn: C, kind: clock, starts: 收件, startsEn: received, ends: 办结, endsEn: done, within: { workingDays: 7 }, pauses: [{ id: p, name: 补正, nameEn: papers }] }',
  assignment:
    '{ id: a, name: 明确, nameEn: A, kind: assignment, requires: [{ id: leader, name: 领导, nameEn: leader }], lists: [key] }',
  matrix:
    '{ id: m, name: 分工, nameEn: M, kind: matrix, rows: [{ clause: 一, lead: [某局] }, { clause: 二, with: [甲] }] }',
  procedures:
    '{ id: p, name: 手续, nameEn: P, lists: [key], steps: [{ id: land, name: 地, nameEn: land, limit: { days: 20 } }, { id: permit, name: 证, nameEn: permit, needs: [land] }], goals: [{ share: 80%, due: 09-30 }, { share: 100%, due: year-end }], tolerates: [permit] }',
  payment:
    '{ id: f, name: 支付, nameEn: F, kind: payment, lists: [key], base: { setting: base }, goals: [{ rate: 60%, due: 09-30 }, { rate: 90%, due: year-end }] }',
  passOn: '{ id: f, name: 转拨, nameEn: F, kind: pass-on, within: { workingDays: 7 } }',
  priority:
    '{ id: f, name: 优先, nameEn: F, kind: priority, order: [{ id: one, name: 灯, nameEn: light, by: { light: progress }, prefer: low }, { id: two, name: 额, nameEn: sum, by: annual-plan, prefer: high }, { id: three, name: 批, nameEn: ok, by: approval, prefer: present }] }',
  grant:
    '{ id: f, name: 奖励, nameEn: F, kind: grant, per: 入库, perEn: entry, gives: [{ id: cash, name: 奖, nameEn: cash, amount: 40万元 }] }',
  reserve: '{ id: f, name: 前期费, nameEn: F, kind: reserve, of: { each: bureau }, atLeast: 1亿元 }',
  disclosures:
    '{ id: x, name: 公开, nameEn: X, lists: [key], from: { figure: total-invest, atLeast: 1000万元 }, channel: 网站, channelEn: site, pieces: [{ id: one, name: 规模, nameEn: scale }, { id: two, name: 合同, nameEn: contract, after: { id: signed, name: 签约, nameEn: signing }, within: { days: 7 } }] }',
} as const
export type Kind = keyof typeof ITEMS
const KEYS: Partial<Record<Kind, string>> = {
  visits: 'duties',
  clock: 'duties',
  assignment: 'duties',
  matrix: 'duties',
  payment: 'funds',
  passOn: 'funds',
  priority: 'funds',
  grant: 'funds',
  reserve: 'funds',
}
export const CHOICE =
  'type: choice, choices: [allocated, arrived], default: allocated, about: 选, aboutEn: pick'

export type Change = readonly [from: string, to: string]
/** Codes of the small scheme, issued on 12 May 2023, with one item of the kind. */
export function codes(kind: Kind, changes: readonly Change[], choice = CHOICE): string[] {
  let item: string = ITEMS[kind]
  for (const [from, to] of changes) {
    if (!item.includes(from)) throw new Error(`not in the item: ${from}`)
    item = item.replace(from, to)
  }
  const units = 'units: [{ id: u, name: 某局, kind: bureau, aliases: [甲] }]'
  const setting: Change[] =
    kind === 'payment' && item.includes('setting: base')
      ? [['settings:', `settings:\n  base: { ${choice} }`]]
      : []
  const { scheme, ...parsed } = small(...setting, [
    'indicators:',
    `${units}\n${KEYS[kind] ?? kind}:\n  - ${item}\nindicators:`,
  ])
  return lint({ scheme, ...parsed }).map(one => one.code)
}

/** Each mistake with the code it must raise; the item without it has no findings. */
export const KIND_MISTAKES: readonly (readonly [code: string, kind: Kind, ...changes: Change[]])[] = [
  ['when.one', 'tasks', ['due: 09-30', 'due: 09-30, every: month']],
  ['when.one', 'tasks', ['due: 09-30, ', '']],
  ['when.one', 'documents', ['every: month', 'every: month, standing: true']],
  ['when.standing', 'tasks', ['due: 09-30', 'standing: true']],
  ['when.within', 'documents', ['every: month', 'due: 09-30']],
  ['when.within', 'documents', ['workingDays: 3', 'workingDays: 14']],
  ['when.within', 'documents', ['workingDays: 3', 'days: 28']],
  ['when.within', 'documents', ['workingDays: 3', 'months: 1']],
  ['due.past', 'tasks', ['due: 09-30', 'due: 05-11']],
  ['due.past', 'tasks', ['due: 09-30', 'due: 2023-05-11']],
  ['due.past', 'procedures', ['due: 09-30', 'due: 05-11']],
  ['due.past', 'payment', ['due: 09-30', 'due: 05-11']],
  ['due.season', 'tasks', ['due: 09-30', 'due: construction-season-end']],
  ['due.season', 'payment', ['due: 09-30', 'due: construction-season-end']],
  ['ref.list', 'visits', ['lists: [key]', 'lists: [other]']],
  ['ref.list', 'assignment', ['lists: [key]', 'lists: [other]']],
  ['ref.list', 'procedures', ['lists: [key]', 'lists: [other]']],
  ['ref.list', 'payment', ['lists: [key]', 'lists: [other]']],
  ['ref.list', 'disclosures', ['lists: [key]', 'lists: [other]']],
  ['duty.scope', 'visits', ['of: each-project', 'of: jurisdiction']],
  ['duty.scope', 'visits', ['of: each-project, lists: [key]', 'of: jurisdiction, where: { nature: [new] }']],
  ['term.none', 'clock', ['workingDays: 7', 'workingDays: 0']],
  ['term.none', 'procedures', ['days: 20', 'days: 0']],
  ['term.none', 'passOn', ['workingDays: 7', 'months: 0']],
  ['part.repeated', 'clock', ['nameEn: papers }', 'nameEn: papers }, { id: p, name: 评, nameEn: review }']],
  ['part.repeated', 'assignment', ['leader }]', 'leader }, { id: leader, name: 领, nameEn: l }]']],
  [
    'part.repeated',
    'procedures',
    ['id: permit, name: 证', 'id: land, name: 证'],
    ['tolerates: [permit]', 'tolerates: []'],
    ['needs: [land]', 'needs: []'],
  ],
  ['part.repeated', 'priority', ['id: two', 'id: one']],
  [
    'part.repeated',
    'grant',
    ['40万元 }', '40万元 }, { id: cash, name: 额, nameEn: quota, amount: 300万元 }'],
  ],
  ['part.repeated', 'disclosures', ['id: two', 'id: one']],
  ['matrix.row', 'matrix', ['clause: 二', 'clause: 一']],
  ['matrix.row', 'matrix', [', with: [甲]', '']],
  ['ref.unit', 'matrix', ['with: [甲]', 'with: [乙]']],
  ['ref.unit', 'reserve', ['each: bureau', 'each: town']],
  ['ref.step', 'procedures', ['needs: [land]', 'needs: [other]']],
  ['ref.step', 'procedures', ['tolerates: [permit]', 'tolerates: [other]']],
  ['step.cycle', 'procedures', ['needs: [land]', 'needs: [permit]']],
  ['step.cycle', 'procedures', ['limit: { days: 20 }', 'limit: { days: 20 }, needs: [permit]']],
  ['step.owes', 'procedures', ['tolerates: [permit]', 'tolerates: [land]']],
  ['goal.rate', 'procedures', ['100%', '100.01%']],
  ['goal.rate', 'payment', ['90%', '101%']],
  ['goal.rate', 'payment', ['60%', '-1%']],
  ['goal.repeated', 'payment', ['due: year-end', 'due: 09-30']],
  ['goal.order', 'payment', ['90%', '59.9%']],
  ['goal.order', 'procedures', ['due: 09-30', 'due: 12-31'], ['due: year-end', 'due: 09-30']],
  ['ref.setting', 'payment', ['setting: base', 'setting: other']],
  ['setting.type', 'payment', ['setting: base', 'setting: red-cut']],
  ['ref.light', 'priority', ['light: progress', 'light: other']],
  ['ref.figure', 'priority', ['by: annual-plan', 'by: other']],
  ['figure.type', 'priority', ['by: annual-plan', 'by: stage']],
  ['ref.figure', 'disclosures', ['figure: total-invest', 'figure: other']],
  ['figure.type', 'disclosures', ['figure: total-invest', 'figure: planned-start']],
  ['disclosure.after', 'disclosures', ['after: { id: signed, name: 签约, nameEn: signing }, ', '']],
]
