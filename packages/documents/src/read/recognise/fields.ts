import { PROJECT_HEADS } from '@guatu/kernel'
import type { FieldSpec, FieldType } from './model.ts'

const field = (id: string, type: FieldType, names: string, required = false): FieldSpec => ({
  id,
  type,
  names: names.split('|'),
  ...(required ? { required } : {}),
})

const QUARTERS = ['一', '二', '三', '四']
const quarterPlans = QUARTERS.map((quarter, i) =>
  field(
    `plan-q${i + 1}`,
    'money',
    `${quarter}季度计划|${quarter}季度计划投资|计划${quarter}季度|Q${i + 1} plan`,
  ),
)
const months = Array.from({ length: 12 }, (_, i) => ({ number: i + 1, id: String(i + 1).padStart(2, '0') }))
const monthPlans = months.map(({ number, id }) =>
  field(`plan-m${id}`, 'money', `${number}月计划|${number}月份计划投资|计划${number}月`),
)
const monthInvestments = months.map(({ number, id }) =>
  field(`invest-m${id}`, 'money', `${number}月完成|${number}月份完成投资|完成${number}月`),
)

/**
 * The common figures of a project list and its returns. Names are compared after `headerForms`, so that
 * 完成投资 / 投资完成额, 2020年 / 本年度 and 1-5月 / 自年初累计 need not be spelt out.
 */
export const PROJECT_FIELDS: readonly FieldSpec[] = [
  field('project-code', 'text', PROJECT_HEADS.code.join('|')),
  field('project-name', 'text', PROJECT_HEADS.name.join('|'), true),
  field(
    'lead-unit',
    'text',
    '责任单位|牵头单位|主管部门|责任部门|牵头部门|行业主管部门|牵头责任单位|主管单位|责任主体|行业主管单位|管理单位|managing agency|department|lead unit',
  ),
  field(
    'owner-unit',
    'text',
    '项目单位|建设单位|业主|业主单位|项目业主|项目法人|法人单位|实施单位|建设主体|投资主体|企业名称|项目实施单位|client agency|owner|owner unit',
  ),
  field(
    'town-unit',
    'text',
    '镇|镇街|镇办|乡镇|所属镇|所属乡镇|所在镇|所在乡镇|属地|属地镇街|乡镇街道|镇(街道)|borough|town',
  ),
  field(
    'leader',
    'text',
    '包抓领导|包联领导|包保领导|联系领导|责任领导|分管领导|包抓县级领导|包联县级领导|牵头领导|市级包抓领导|县级包抓领导|leader',
  ),
  field('contact', 'text', '联系人|项目联系人|责任人|联络员|项目负责人|contact'),
  field('phone', 'text', '联系电话|电话|联系方式|手机|phone'),
  field(
    'sector',
    'text',
    '行业|领域|行业类别|所属行业|项目类别|行业分类|所属领域|项目类型|产业类别|category|sector',
  ),
  field('place', 'text', '建设地点|建设地址|项目地点|地点|地址|所在地|location|place'),
  field(
    'content',
    'text',
    '建设内容|建设规模|建设内容及规模|主要建设内容|建设规模及内容|建设规模及主要内容|主要建设内容及规模|建设内容和规模|description',
  ),
  field('list', 'text', '清单|所属清单|清单名称|批次|项目批次|list'),
  field('nature', 'nature', '建设性质|项目性质|性质|续建新建|新建续建|nature'),
  field('fund-source', 'text', '资金来源|资金渠道|资金性质|fund source'),
  field(
    'total-invest',
    'money',
    '总投资|计划总投资|项目总投资|投资总额|总投资额|投资规模|概算总投资|估算总投资|总投资及规模|total budget|total investment',
  ),
  field(
    'annual-plan',
    'money',
    '年度计划投资|年度投资计划|年度计划|年度目标|年度投资目标|年度目标任务|年度任务|年计划|年度计划完成投资|计划投资|annual plan',
  ),
  field('invest-month', 'money', '本月完成投资|本月完成|本月投资|当月完成投资|investment of the month'),
  field(
    'invest-ytd',
    'money',
    '本年累计完成投资|本年累计完成|本年累计|年度完成投资|年度完成|本年累计投资|完成投资|年度累计完成|截至目前本年完成|investment year to date',
  ),
  field(
    'invest-before',
    'money',
    '上年末累计完成投资|上年末累计完成|上年末累计|以前年度完成投资|以前年度累计完成|invested before this year',
  ),
  field(
    'invest-total',
    'money',
    '自开工累计完成投资|自开工累计完成|开工以来累计完成投资|开工至今累计完成|自开工以来累计完成|自开始建设累计完成|自开工累计|自开始建设至本年底累计完成|累计完成投资|累计完成|total invested',
  ),
  field(
    'paid-ytd',
    'money',
    '累计支付|本年累计支付|累计支付资金|支付资金|资金支付|已支付资金|累计拨付|已拨付资金|累计支付金额|paid|paid year to date',
  ),
  field(
    'stat-ytd',
    'money',
    '纳统投资|入统投资|纳统完成投资|入统完成投资|统计投资|统计入库投资|statistics year to date|纳统|入统|本年累计纳统投资|纳统固定资产投资|入库投资',
  ),
  field(
    'stage',
    'stage',
    '项目阶段|进展状态|是否开工|开工情况|项目状态|建设阶段|建设状态|当前阶段|开复工情况|是否开复工|开工状态|状态|阶段|status|current phase|stage',
  ),
  field(
    'planned-start',
    'day',
    '计划开工时间|计划开工|预计开工时间|拟开工时间|计划开工日期|计划开工月份|预计开工|计划开始时间|计划开始日期|预计开始时间|预计开始日期|planned start',
  ),
  field(
    'started-on',
    'day',
    '实际开工时间|开工时间|开工日期|实际开工|实际开工日期|开工年月|实际开始时间|实际开始日期|开始时间|开始日期|started',
  ),
  field(
    'planned-completion',
    'day',
    '计划竣工时间|计划竣工|计划完工时间|预计竣工时间|计划建成时间|计划竣工日期|拟竣工时间|预计完工时间|计划投产时间|预计建成时间|计划完成时间|计划完成日期|预计完成时间|计划结束时间|计划结束日期|预计结束时间|预计结束日期|forecast completion|planned completion',
  ),
  field(
    'completed-on',
    'day',
    '实际竣工时间|竣工时间|竣工日期|实际竣工|完工时间|实际完工时间|建成时间|实际完成时间|实际完成日期|实际结束时间|实际结束日期|结束时间|结束日期|completed',
  ),
  field(
    'progress',
    'text',
    '形象进度|进展情况|工程进展|项目进展|项目进展情况|目前进展|工作进展|建设进展|目前形象进度|形象进度情况|进度情况|progress',
  ),
  field(
    'problem',
    'text',
    '存在问题|问题|存在的问题|存在困难|困难问题|存在的主要问题|需协调解决的问题|存在问题及建议|需要协调解决的问题|存在的困难和问题|issues|problem',
  ),
  field('remark', 'text', '备注|说明|note|remarks|remark'),
  field('period', 'month', '期|月份|报告期|所属期|统计月份|期别|报送月份|month|period'),
  ...quarterPlans,
  ...monthPlans,
  ...monthInvestments,
]
