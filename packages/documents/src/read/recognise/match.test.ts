import { matchFields } from '@guatu/kernel'
import { describe, expect, it } from 'vitest'
import { PROJECT_FIELDS } from './fields.ts'
import { DOUBTFUL } from './model.ts'

const best = (header: string) => matchFields(header.split('>'), PROJECT_FIELDS)[0]

describe('headers as clerks write them', () => {
  it.each([
    ['项 目 名 称', 'project-name'],
    ['项目名称（全称）', 'project-name'],
    ['项目基本情况>项目名称', 'project-name'],
    ['项目代码', 'project-code'],
    ['牵头单位', 'lead-unit'],
    ['责任单位', 'lead-unit'],
    ['业主单位', 'owner-unit'],
    ['建设单位', 'owner-unit'],
    ['镇(街道)', 'town-unit'],
    ['包抓领导', 'leader'],
    ['总投资(万元)', 'total-invest'],
    ['总投资>合计', 'total-invest'],
    ['计划总投资（亿元）', 'total-invest'],
    ['2020年计划投资', 'annual-plan'],
    ['2023年度计划投资（亿元）', 'annual-plan'],
    ['年度投资计划>小计', 'annual-plan'],
    ['本年度计划完成投资', 'annual-plan'],
    ['年度目标任务', 'annual-plan'],
    ['2020年投资计划>计划投资', 'annual-plan'],
    ['年度投资计划>一季度', 'plan-q1'],
    ['二季度计划', 'plan-q2'],
    ['分季度投资计划>第三季度', 'plan-q3'],
    ['2023年分季度计划投资(亿元)>四季度', 'plan-q4'],
    ['年度投资计划>11月', 'plan-m11'],
    ['3月计划投资', 'plan-m03'],
    ['完成投资>2月', 'invest-m02'],
    ['本月完成投资', 'invest-month'],
    ['当月完成', 'invest-month'],
    ['投资完成情况>本月', 'invest-month'],
    ['1-5月完成投资', 'invest-ytd'],
    ['2020年1—5月份累计完成投资（万元）', 'invest-ytd'],
    ['自年初累计完成投资', 'invest-ytd'],
    ['本年累计完成投资', 'invest-ytd'],
    ['投资完成情况>自年初累计', 'invest-ytd'],
    ['今年累计完成', 'invest-ytd'],
    ['截至2019年底累计完成投资', 'invest-before'],
    ['自开工累计完成投资', 'invest-total'],
    ['开工至今累计完成投资', 'invest-total'],
    ['纳统投资', 'stat-ytd'],
    ['累计支付', 'paid-ytd'],
    ['是否开工', 'stage'],
    ['状态：未开工/开工/完成', 'stage'],
    ['建设性质', 'nature'],
    ['计划开工时间', 'planned-start'],
    ['实际开工时间', 'started-on'],
    ['计划竣工时间', 'planned-completion'],
    ['计划开竣工时间>开工时间', 'planned-start'],
    ['计划开竣工时间>竣工', 'planned-completion'],
    ['开工时间>实际', 'started-on'],
    ['形象进度', 'progress'],
    ['进展情况', 'progress'],
    ['存在的主要问题', 'problem'],
    ['Project Name', 'project-name'],
    ['Forecast Completion', 'planned-completion'],
  ])('%s is %s', (header, field) => {
    expect(best(header)?.field.id).toBe(field)
  })

  it.each([
    '完成投资占年度计划比例',
    '投资完成率',
    '同比增长',
    '上年同期完成投资',
    '总投资>银行贷款',
    '年度投资计划>其中:中央预算内资金',
    '项目个数',
    '优先级',
    'Total Budget Changes',
    '项目单位联系人电话',
  ])('%s is none of ours for certain', header => {
    expect(best(header)?.confidence ?? 0).toBeLessThan(DOUBTFUL)
  })
})
