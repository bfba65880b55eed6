import type { ErrorEntry } from './error-entry.ts'

export const REPLAY_ERRORS = {
  'replay.what': {
    status: 422,
    zh: '请只改设置，或只用一份草案。没有推演。',
    en: 'Change settings or give a draft, one of the two. Nothing was replayed.',
  },
  'replay.periods': {
    status: 422,
    zh: '{from} 至 {to} 不能推演：起止须是同一种期，先后有序，最多 {most} 期。',
    en: '{from} to {to} cannot be replayed: both must be periods of one kind, in order, {most} at most.',
  },
  'replay.setting': {
    status: 422,
    zh: '设置 {setting} 不存在，或不能取这个值。没有推演。',
    en: 'There is no setting {setting}, or it does not take this value. Nothing was replayed.',
  },
  'replay.findings': {
    status: 422,
    zh: '草案有 {count} 处须改正，没有推演。',
    en: '{count} places of the draft must be mended; nothing was replayed.',
  },
  'replay.too-large': {
    status: 422,
    zh: '{projects} 个项目、{periods} 期过多，请缩短期间。没有推演。',
    en: '{projects} projects over {periods} periods are too many; take fewer periods. Nothing was replayed.',
  },
} as const satisfies Record<string, ErrorEntry>
