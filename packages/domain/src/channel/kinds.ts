/** What a notice is about; a channel may be set to take some kinds only. */
export const NOTICE_KINDS = [
  'reminder',
  'late',
  'late-superior',
  'returned',
  'accepted',
  'correction',
  'closing',
  'delivery',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** The ways out of the house; the notice in the product itself (in-app) needs none. */
export const CHANNELS = ['mail', 'wecom', 'dingtalk', 'feishu'] as const
export type Channel = (typeof CHANNELS)[number]
/** Robots of a work group: 企业微信, 钉钉, 飞书. */
export type GroupBot = Exclude<Channel, 'mail'>

export type BothLanguages = { readonly zh: string; readonly en: string }

interface Said {
  /** ChannelMessage once: the same key again is the same notice. */
  readonly key: string
  readonly kind: NoticeKind
  readonly title: BothLanguages
  readonly body: BothLanguages
  /** A page of the product, `/returns?period=2023-05`. */
  readonly link: string
}

/** `reporter`: who reports for the unit. `head`: its 负责人. `superior`: the heads of the nearest unit above. */
export const NOTICE_LEVELS = ['reporter', 'head', 'superior'] as const
export type NoticeLevel = (typeof NOTICE_LEVELS)[number]

export type Addressee =
  | { readonly toPerson: string }
  | { readonly toUnit: string; readonly level: NoticeLevel }
export type NewNotice = Said & Addressee
