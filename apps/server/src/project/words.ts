import type { Scheme } from '@guatu/scheme'

/** Words that our own import reads back as the same stage and nature. */
export const STAGE_WORDS: Readonly<Record<string, string>> = {
  plan: '谋划',
  reserve: '储备',
  prepare: '前期',
  started: '在建',
  completed: '竣工',
  operating: '投产',
  paused: '停工',
  withdrawn: '退出',
}
export const NATURE_WORDS: Readonly<Record<string, string>> = {
  continuing: '续建',
  new: '新建',
  preparatory: '预备',
}

export const listWord = (scheme: Scheme, id: string) => scheme.lists.find(list => list.id === id)?.name ?? id
export const colourWord = (scheme: Scheme, id: string) =>
  scheme.colours.find(colour => colour.id === id)?.name ?? '○'
