import type { BothLanguages } from './kinds.ts'

/** Why nothing was sent, by the code that stands in the log: nothing left the house. */
export const SEND_REFUSALS = {
  'channel.secret-lost': {
    zh: '密钥或口令已无法读取，须重新填写',
    en: 'its key or password can no longer be read and must be given again',
  },
  'channel.host-not-allowed': {
    zh: '服务地址不在允许之列',
    en: 'its address is not among those allowed',
  },
  'channel.address-inside': {
    zh: '服务地址指向内部网络，未获允许',
    en: 'its address leads into the internal network, which is not allowed',
  },
} as const satisfies Record<string, BothLanguages>
export type SendRefusal = keyof typeof SEND_REFUSALS

/** In words where it is a refusal of ours; else as the other side said it. */
export const sendErrorIn = (language: keyof BothLanguages, error: string): string =>
  Object.hasOwn(SEND_REFUSALS, error) ? SEND_REFUSALS[error as SendRefusal][language] : error
