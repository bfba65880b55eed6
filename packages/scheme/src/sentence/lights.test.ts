import { expect, test } from 'vitest'
import { late, progress, rows, share, withRule } from '../lint/testing/lights.ts'
import { sentence } from './index.ts'

function said(rule: string): readonly [zh: string, en: string] {
  const { scheme } = withRule(rule)
  const [light] = scheme.lights
  if (!light) throw new Error('no light')
  return [sentence(light, scheme, 'zh'), sentence(light, scheme, 'en')]
}
const bands = (measure: string, ...of: readonly string[]) =>
  `measure: ${measure}\nbands: [${of.map(one => `{ ${one} }`).join(', ')}]`

test.each([
  [
    bands(
      '{ kind: months-late, done: started-on, due: planned-start, by: month }',
      'upTo: 0mo, colour: green',
      'below: 3mo, colour: red',
      'colour: red',
    ),
    '过了计划开工日还没有开工的月末数（含当月）：没有超期为绿；超过0个月、不到3个月为红；3个月及以上为红。',
    'Month ends, that of the month included, past the planned start without a start: in time green; over 0 months and under 3 months red; from 3 months red.',
  ],
  [
    bands(
      '{ kind: working-days-late, done: started-on, due: planned-start }',
      'upTo: 0wd, colour: green',
      'upTo: 5wd, colour: red',
      'colour: red',
    ),
    '过了计划开工日还没有开工的工作日数：没有超期为绿；1至5个工作日为红；6个工作日及以上为红。',
    'Working days past the planned start without a start: in time green; 1 to 5 working days red; 6 working days and more red.',
  ],
  [
    bands(
      '{ kind: value, of: { within: invest-ytd, every: month } }',
      'below: 100万元, colour: red',
      'colour: green',
    ),
    '当月的本年累计完成投资：不到100万元为红；100万元及以上为绿。',
    'Investment done this year within the month: under 100万 yuan red; from 100万 yuan green.',
  ],
  [
    bands(
      '{ kind: difference, of: invest-ytd, from: { before: plan-to-date, every: quarter } }',
      'below: -5万元, colour: red',
      'colour: green',
    ),
    '本年累计完成投资减上季的同期应完成：不到-5万元为红；-5万元及以上为绿。',
    'Investment done this year less the plan to date of the quarter before: under -5万 yuan red; from -5万 yuan green.',
  ],
  [
    rows(
      `when: { all: [${share('atLeast: 50%, below: 65%')}, { any: [${late('above: 0d')}, { missing: completed-on }] }] }, colour: red`,
      'when: { figure: stage, in: [paused, withdrawn] }, colour: red',
      'colour: green',
    ),
    '本年累计完成投资占年度计划的比例50%及以上、不到65%且（过了计划开工日还没有开工的天数超过0天或没有竣工）为红；阶段为暂停或退出为红；其余为绿。',
    "Investment done this year over the year's plan is from 50% and under 65% and (days past the planned start without a start is over 0 days or there is no completion) red; the stage is paused or withdrawn red; else green.",
  ],
  [
    progress(
      'where: { figures: { annual-plan: { atLeast: 1000万元 } }, is: { sector: [交通, 水利] }, isNot: { fund-source: [自筹] } }',
    ),
    '本年累计完成投资占年度计划的比例：不到65%为红；65%及以上为绿。只看年度计划1000万元及以上、行业为交通或水利、资金来源不为自筹的项目。',
    "Investment done this year over the year's plan: under 65% red; from 65% green. Only projects where the year's plan from 1000万 yuan and the sector is 交通 or 水利 and the fund source is not 自筹.",
  ],
  [
    progress(
      'streak: [{ colour: green, periods: 3, every: quarter, orWorse: true, skips: pass, becomes: red }]',
      'exempt: { approvedBy: leader, colour: none }',
      'leadsTo: { red: { action: talk, on: project-head, by: { name: 分管副市长, nameEn: the vice mayor }, confirm: dispatcher } }',
    ),
    '本年累计完成投资占年度计划的比例：不到65%为红；65%及以上为绿。连续3个季度绿灯或更差的转为红（无灯的季不计也不中断）。经包抓领导批准有正当理由的，期内不亮灯。红灯提出对项目负责人由分管副市长约谈，由调度岗确认。',
    "Investment done this year over the year's plan: under 65% red; from 65% green. 3 quarters of green or worse in a row become red, periods without a light passed over. With a reason that the leader approved it shows no light for that time. Red proposes an interview with the head of the project by the vice mayor, confirmed by the dispatcher.",
  ],
  [
    `of: unit\n${bands('{ kind: value, of: { rank: fai, value: growth, among: [town], from: smallest, before: month } }', 'upTo: 3位, colour: red', 'colour: green')}`,
    '上月的固定资产投资增速在镇街中从低到高的名次：不超过3位为红；超过3位为绿。',
    'The place by FAI growth among towns, from the smallest of the month before: up to 3 red; over 3 green.',
  ],
  [
    `of: jurisdiction\n${bands('{ kind: ratio, of: { indicator: invest-ytd, list: key }, to: { target: invest, end: floor } }', 'below: 50%, colour: red', 'colour: green')}`,
    '重点的完成投资占完成确保值的比例：不到50%为红；50%及以上为绿。',
    'Done of Key over the floor of Done: under 50% red; from 50% green.',
  ],
])('%s', (rule, zh, en) => expect(said(rule)).toEqual([zh, en]))

test('a condition on the time of the year is said as one', () => {
  const [zh, en] = said(
    'rows: [{ when: { missing: { dayOfYear: 07-01 } }, colour: green }, { when: { all: [{ reported: { dayOfYear: 10-01 } }, { missing: started-on }] }, colour: red }, { colour: green }]',
  )
  expect(zh).toContain('7月1日以前')
  expect(zh).toContain('10月1日起且没有')
  expect(en).toContain('It is before 1 July')
  expect(en).toContain('it is 1 October or later and there is no')
})
