import type { Place } from './place.ts'

const town = (parent: string) => (id: string, name: string) => ({ id, name, parent })
const [haicheng, yinhai, tieshan, hepu] = [
  town('haicheng'),
  town('yinhai'),
  town('tieshangang'),
  town('hepu'),
]

export const TOWNS = [
  haicheng('haijiao', '海角街道'),
  haicheng('gaode', '高德街道'),
  haicheng('weizhou', '涠洲镇'),
  yinhai('fucheng', '福成镇'),
  yinhai('yintan', '银滩镇'),
  yinhai('pingyang', '平阳镇'),
  yinhai('qiaogang', '侨港镇'),
  tieshan('nankang', '南康镇'),
  tieshan('yingpan', '营盘镇'),
  tieshan('xinggang', '兴港镇'),
  hepu('lianzhou', '廉州镇'),
  hepu('dangjiang', '党江镇'),
  hepu('xichang', '西场镇'),
  hepu('baisha', '白沙镇'),
  hepu('shankou', '山口镇'),
  hepu('shikang', '石康镇'),
]
export const LEADERS = ['市领导甲', '市领导乙', '市领导丙', '市领导丁', '市领导戊', '市领导己', '市领导庚']

export const BEIHAI: Place = {
  jurisdiction: 'beihai',
  government: { id: 'city', name: '北海市人民政府' },
  bureaus: [
    ['major-centre', '市重大项目服务中心'],
    ['development-reform', '市发展改革委'],
    ['inspection', '市督查绩效考评办'],
    ['statistics', '市统计局'],
    ['industry', '市工业和信息化局'],
    ['transport', '市交通运输局'],
    ['water', '市水利局'],
    ['housing', '市住房城乡建设局'],
    ['municipal', '市政管理局'],
    ['agriculture', '市农业农村局'],
    ['ecology', '市生态环境局'],
    ['education', '市教育局'],
    ['health', '市卫生健康委'],
    ['culture-tourism', '市旅游文体局'],
    ['civil-affairs', '市民政局'],
    ['big-data', '市大数据发展局'],
    ['investment-promotion', '市投资促进局'],
    ['finance', '市财政局'],
  ],
  districts: [
    ['haicheng', '海城区人民政府'],
    ['yinhai', '银海区人民政府'],
    ['tieshangang', '铁山港区人民政府'],
    ['hepu', '合浦县人民政府'],
  ],
  towns: TOWNS,
  owners: [
    ['city-group', '示例城建集团'],
    ['park-group', '示例园区公司'],
  ],
}
