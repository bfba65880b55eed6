import { SECTORS, type Sector } from './names.ts'

/** What a project is in the plan: the list that it stands for, how many there are, and the names that the plan gives. */
export interface Role {
  readonly count: number
  readonly list?: string
  readonly also?: readonly string[]
  readonly names?: readonly string[]
  readonly sectors: readonly Sector[]
}

const sector = (name: string, lead: string, ...works: string[]): Sector => ({ name, lead, works })
const known = (...names: string[]) => SECTORS.filter(one => names.includes(one.name))

const INDUSTRY = sector(
  '工业',
  'industry',
  ...['硅基新材料车间', '电子信息产业园', '光伏玻璃生产线', '绿色化工装置', '高端纸品车间', '海洋装备基地'],
)
const ROADS = sector('公路', 'transport', '一级公路', '疏港公路', '滨海公路', '连接线工程')
const NETWORK = sector('能源', 'development-reform', '海上风电场', '陆上光伏电站', '天然气管线', '变电站')
const PORT = sector('水运', 'transport', '码头泊位', '航道疏浚')
const WATER = sector('水利', 'water', '灌区续建配套', '海堤标准化', '水库除险加固')
const RURAL = sector('农业农村', 'agriculture', '乡村工程')
const SERVICE = sector('服务业', 'development-reform', '物流园', '数字产业基地', '康养综合体')
const HEALTH = sector('卫生', 'health', '医院改扩建')
const CITY = sector('城镇化', 'housing', '老旧小区改造', '地下管线更新', '片区路网', '产城融合配套')
const ECOLOGY = sector('生态环保', 'ecology', '流域综合治理', '红树林修复', '污水厂提标')
const DATA = sector('新基建', 'big-data', '数据中心', '智慧旅游平台')

/** The named ones of the plan keep their names; their figures are made up. */
export const ROLES = {
  factories: {
    count: 5,
    list: 'standard-factories',
    names: [
      '北部湾（合浦）林产循环经济产业园（一期）标准厂房项目',
      '北海高新区标准厂房项目',
      '北海综合保税区A区B-4地块物联网智能终端产业园标准厂房项目',
      '北海海洋产业科技园区科研创新园标准厂房项目',
      '北海市福成产业园（一期）标准厂房项目',
    ],
    sectors: [INDUSTRY],
  },
  current: [
    {
      count: 27,
      list: 'industry-major',
      names: ['四川能投川桂绿色化工产业园', '玖龙纸业（北海）林浆纸一体化项目'],
      sectors: [INDUSTRY],
    },
    {
      count: 15,
      list: 'plan-roads',
      also: ['five-networks'],
      names: ['廉州湾大道', '向海大道', '合浦泮塘至平阳一级公路'],
      sectors: [ROADS],
    },
    { count: 5, list: 'transport-ppp', sectors: [ROADS, PORT] },
    {
      count: 18,
      list: 'five-networks',
      names: ['合浦至湛江铁路', '铁山港航道三期', '北海邮轮母港项目', '广西广投北海电厂二期工程'],
      sectors: [NETWORK, PORT, WATER, DATA],
    },
    {
      count: 10,
      list: 'rural-works',
      names: [
        ...['脱贫成果巩固', '粮食安全保障', '特色产业增效', '现代农业园区升级', '现代农业支撑'],
        ...['农产品出村进城', '乡村旅游融合', '农村环境改善', '基础设施提升', '公共服务覆盖'],
      ],
      sectors: [RURAL],
    },
    { count: 2, list: 'service-clusters', names: ['中国电子北部湾信息港', '北海高新区'], sectors: [SERVICE] },
    {
      count: 6,
      list: 'hospitals',
      names: [
        ...['市人民医院', '市第二人民医院', '市中医医院'],
        ...['市妇幼保健院', '市结核病防治院', '市皮肤病防治院'],
      ],
      sectors: [HEALTH],
    },
    {
      count: 18,
      list: 'livelihood',
      names: [
        ...['银海区第二实验学校', '海城区第十幼儿园', '大江埠足球公园'],
        ...['东郡足球公园', '银投足球基地', '银海区社会老年服务中心'],
      ],
      sectors: known('教育', '文旅', '卫生'),
    },
  ],
  plain: { count: 0, sectors: [CITY, ECOLOGY, DATA, SERVICE, WATER, RURAL, ...known('文旅', '教育')] },
} as const satisfies Record<string, Role | readonly Role[]>
