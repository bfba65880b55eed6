import type { Random } from './random.ts'

/** Kinds of works by sector, with the bureau that would lead them. Places come from the plan's own towns. */
export interface Sector {
  readonly name: string
  readonly lead: string
  readonly works: readonly string[]
}

/** Unique made-up names: place + works, a second phase (二期) where a pair comes up again. */
export function namer(places: readonly { id: string; name: string }[], random: Random) {
  const used = new Map<string, number>()
  return (sector: Sector): { name: string; town: string } => {
    const place = random.pick(places)
    const works = random.pick(sector.works)
    const plain = `${place.name}${works}`
    const times = (used.get(plain) ?? 0) + 1
    used.set(plain, times)
    const phase = ['', '', '（二期）', '（三期）', '（四期）', '（五期）'][times] ?? `（${times}期）`
    return { name: plain + phase, town: place.id }
  }
}

export const SECTORS: readonly Sector[] = [
  {
    name: '交通',
    lead: 'transport',
    works: ['农村公路提升改造工程', '过境道路改线工程', '桥梁加固改建工程', '客货运综合站', '产业路硬化工程'],
  },
  {
    name: '水利',
    lead: 'water',
    works: ['供水保障工程', '河道综合治理工程', '病险水库除险加固', '小流域水土保持', '灌区节水改造'],
  },
  {
    name: '市政',
    lead: 'housing',
    works: [
      '老旧小区配套改造',
      '污水处理提标改造',
      '雨污分流管网',
      '集中供热管网',
      '停车场和充电设施',
      '生活垃圾转运站',
    ],
  },
  {
    name: '农业',
    lead: 'agriculture',
    works: [
      '高标准农田建设',
      '设施农业大棚',
      '食用菌产业园',
      '冷链仓储中心',
      '畜禽粪污资源化利用',
      '农产品加工车间',
    ],
  },
  {
    name: '工业',
    lead: 'industry',
    works: [
      '标准化厂房',
      '建材生产线技术改造',
      '尾矿综合利用',
      '新材料生产线',
      '食品饮料生产线',
      '装备零部件加工',
    ],
  },
  {
    name: '文旅',
    lead: 'culture-tourism',
    works: ['景区基础设施提升', '民宿集群', '游客服务中心', '文化广场', '全民健身中心'],
  },
  {
    name: '教育',
    lead: 'education',
    works: ['中心小学改扩建', '幼儿园新建', '中学教学综合楼', '职业教育实训基地'],
  },
  {
    name: '卫生',
    lead: 'health',
    works: ['卫生院业务用房', '医养结合服务中心', '疾控实验室改造', '社区卫生服务中心'],
  },
]

/** What holds a project back, in words of our own. */
export const PROBLEMS = [
  '征地补偿还有几户没有谈妥',
  '建设资金缺口较大，银行贷款未批',
  '用地手续还在组件报批',
  '施工图审查意见未修改完',
  '招标流标一次，正在重新组织',
  '弃渣场选址未定',
]
