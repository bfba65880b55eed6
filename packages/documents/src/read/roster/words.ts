import type { UnitFact } from '@guatu/domain'

export const ROSTER_SHEETS = { units: '单位', posts: '人员岗位' } as const

/** Headers of the two sheets. */
export const ROSTER_COLUMNS = {
  unit: { name: '单位名称', kind: '单位类别', parent: '上级单位', aliases: '曾用名和简称' },
  post: { person: '姓名', login: '登录名', unit: '单位', role: '岗位', phone: '联系电话' },
} as const

/** What the sheets say for kinds of units and roles of posts, in the order of the drop-downs. */
export interface RosterWords {
  readonly kinds: Readonly<Record<string, UnitFact['kind']>>
  readonly roles: Readonly<Record<string, string>>
}
