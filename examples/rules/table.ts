/** A published rule set as the collected table names it, and what runs it. */
export interface RuleSet {
  readonly place: string
  readonly object: string
  /** Folder from the root of the repository. */
  readonly scheme: string
  /** `kind/id`, each with its cases. */
  readonly items: readonly string[]
}

const rules = (folder: string) => `examples/rules/${folder}`

export const RULE_SETS: readonly RuleSet[] = [
  { place: '银川市', object: '项目-开工', scheme: rules('yinchuan'), items: ['light/start'] },
  { place: '银川市', object: '项目-进度', scheme: rules('yinchuan'), items: ['light/progress'] },
  { place: '银川市', object: '项目-资金支付', scheme: rules('yinchuan'), items: ['light/payment'] },
  { place: '银川市', object: '项目-入库', scheme: rules('yinchuan'), items: ['light/entry'] },
  {
    place: '三亚市',
    object: '项目(年计划≥1000万元)',
    scheme: rules('sanya'),
    items: ['light/progress', 'action/yellow', 'action/red'],
  },
  { place: '三亚市', object: '区/园区', scheme: rules('sanya'), items: ['light/tasks'] },
  { place: '天津市', object: '区-固定资产投资(按月)', scheme: rules('tianjin'), items: ['light/fai'] },
  { place: '天津市', object: '区/部门-专项债使用', scheme: rules('tianjin'), items: ['light/bonds'] },
  { place: '华亭县', object: '责任单位', scheme: rules('huating'), items: ['light/slip', 'action/slips'] },
  { place: '枣庄市', object: '可量化事项位次', scheme: rules('zaozhuang'), items: ['light/rank'] },
  {
    place: '绵阳市',
    object: '县区园区/市直部门国企',
    scheme: rules('mianyang'),
    items: ['score/quarter-score', 'board/red-black', 'light/board'],
  },
  {
    place: '延安市',
    object: '管委会/县区',
    scheme: rules('yanan'),
    items: ['score/assessment', 'board/published'],
  },
  { place: '惠东县(推定)', object: '省市重点在建续建', scheme: rules('huidong'), items: ['light/progress'] },
  {
    place: '西夏区',
    object: '项目责任单位',
    scheme: 'schemes/xixia',
    items: ['light/progress', 'action/listed'],
  },
]
