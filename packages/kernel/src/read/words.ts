import { compact } from './header-text.ts'

/** Project stages by the words of the forms; 是 and 否 answer 是否开工. */
const STAGES: Readonly<Record<string, string>> = {
  plan: '谋划|谋划阶段|策划|规划|planning',
  reserve: '储备|储备阶段|储备库|入库储备',
  prepare:
    '前期|前期阶段|前期工作|前期准备|未开工|待开工|尚未开工|暂未开工|未动工|未开工建设|筹建|筹备|预备|否|未复工|未开复工|未开始|尚未开始|未启动|prepare|preparation|not started',
  started:
    '已开工|开工|开工建设|已开工建设|在建|建设中|施工|施工中|正在施工|正在建设|续建|新开工|已动工|已复工|复工|已开复工|是|进行中|正在进行|已开始|已启动|实施中|推进中|started|in progress|construction|under construction',
  completed: '竣工|已竣工|完工|已完工|建成|已建成|竣工验收|已竣工验收|完成|已完成|completed',
  operating: '投产|已投产|投用|已投用|投入使用|已投入使用|运营|已运营|建成投产|建成投用|竣工投产|operating',
  paused: '停工|已停工|停建|缓建|暂停|半停工|paused|on hold',
  withdrawn: '退出|取消|终止|调出|撤销|不再实施|withdrawn|cancelled',
}

/** Nature on the list of the year: from an earlier year, new this year, or being prepared. */
const NATURES: Readonly<Record<string, string>> = {
  continuing: '续建|续建项目|结转|跨年|continuing',
  new: '新建|新开工|新建项目|新开工项目|计划新开工|拟新开工|新开|当年新开工|new',
  preparatory: '预备|预备项目|前期|前期项目|储备|preparatory',
}

const index = (words: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(words).flatMap(([id, list]) => list.split('|').map(word => [compact(word), id])))

const INDEX = { stage: index(STAGES), nature: index(NATURES) } as const

/** The id of a stage or nature; undefined for a word not known. Ids stand for themselves. */
export function wordId(
  type: 'stage' | 'nature',
  text: string,
  own: Readonly<Record<string, string>> = {},
): string | undefined {
  if (text.length > 60) return undefined
  const word = compact(text).replace(/\(.*\)$/, '')
  const chosen = Object.entries(own).find(([name]) => compact(name) === compact(text))
  if (chosen) return chosen[1]
  const ids = type === 'stage' ? STAGES : NATURES
  return Object.hasOwn(ids, word)
    ? word
    : (INDEX[type].get(word) ?? INDEX[type].get(word.replace(/阶段|项目$/, '')))
}
