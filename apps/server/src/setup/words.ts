import type { Role } from '@guatu/contract'
import type { RosterWords } from '@guatu/documents'

/** What the roster says, in the order of its drop-downs. */
export const WORDS = {
  kinds: { 本级政府: 'office', 部门: 'bureau', 镇街: 'town', 项目单位: 'enterprise' },
  roles: {
    调度: 'dispatcher',
    填报: 'reporter',
    领导: 'leader',
    督查: 'inspector',
    管理: 'administrator',
  } satisfies Record<string, Role>,
} as const satisfies RosterWords

const wordOf = (words: Readonly<Record<string, string>>, id: string) =>
  Object.keys(words).find(word => words[word] === id) ?? id

export const kindWord = (kind: string): string => wordOf(WORDS.kinds, kind)
export const roleWord = (role: string): string => wordOf(WORDS.roles, role)
