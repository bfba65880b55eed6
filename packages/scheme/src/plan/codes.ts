/** Every fault of a plan that the linter knows, with how its bureau mends it: in the text, or by saying how it is read. */
export const PLAN_CODES = {
  'source.undated': [
    '补上成文日期，或写明从哪天起算',
    'Give the day of signature, or say from which day it counts.',
  ],
  'source.published-late': [
    '政府信息应在形成后20个工作日内公开',
    'Publish within 20 working days of signature.',
  ],
  'text.repeated': ['删去重复的句子', 'Strike what stands twice.'],
  'text.broken': ['补全残缺的字、文号和日期', 'Mend the characters, the number and the date.'],
  'deadline.past': [
    '改期，或写明印发后怎么算',
    'Move the limit, or say how it is taken after the day of issue.',
  ],
  'owner.none': ['写明责任单位', 'Name who answers for it.'],
  'unit.spellings': ['全文用一个名称', 'Use one name throughout.'],
  'cadence.rhythms': ['周、旬、半月只留一种', 'Keep one of the week, the ten days and the half-month.'],
  'target.order': ['确保值不高于力争值', 'Let the floor (确保) not exceed the stretch (力争).'],
  'target.quarters-sum': ['四个季度相加应等于全年', 'Make the quarters sum to the year.'],
  'target.parts-sum': ['各部分之和不超过总数', 'Let the parts not exceed the whole.'],
  'statement.parts-sum': ['各部分相加应等于总数', 'Make the parts sum to the whole.'],
  'statement.quarters-sum': ['四个季度相加应等于全年', 'Make the quarters sum to the year.'],
  'statement.starts-sum': [
    '分季开工数之和不超过项目数',
    'Let the starts of the quarters not exceed the projects.',
  ],
  'quarters.no-total': ['写明全年合计', 'State the total of the year.'],
  'part.of-part': [
    '写明这是其中数，不再相加',
    'Say that it is a subset, so that nobody adds it to the others.',
  ],
  'parts.nothing-left': ['写明其余各部分，或改总数', 'State the other parts, or mend the whole.'],
  'count.named': ['数目与列名一致', 'Let the count be that of the things named.'],
  'count.overlap': ['写明这一类与其他类是否重叠', 'Say whether the group lies inside one of the others.'],
  'rate.above-all': ['按个数算的率最高是100%', 'A rate of projects cannot be more than 100 %.'],
  'curve.half-year': [
    '调整分季计划，或说明不求双过半',
    'Move the quarters, or say that half by June is not asked.',
  ],
  'invest.before-start': ['写明开工前的投资是什么', 'Say what is invested before the first of them starts.'],
  'base.disagree': ['核对增速和总量', 'Check the growth against the amount.'],
  'base.total-and-growth': ['写明上年基数', 'State the figure of the year before.'],
  'growth.compound': ['写明翻番的年份，或提高年均增速', 'State the year of it, or raise the yearly growth.'],
  'share.must-fall': ['提高这一部分的增速', 'Raise the growth of the part.'],
  'metric.two-values': ['只留一个值', 'Keep one of the values.'],
  'metric.two-deadlines': ['只留一个期限', 'Keep one of the limits.'],
  'metric.falls-back': ['后面的期限不应低于前面', 'Let the later limit not ask for less.'],
  'metric.two-scopes': ['写明是哪一段时间、哪个范围', 'Say which span or scope it is.'],
  'metric.fixed-and-moving': ['写明以哪个为准', 'Say which of the two binds.'],
  'overlap.two-values': [
    '写明在两个清单上的项目按哪个算',
    'Say which value a project on both lists is held to.',
  ],
  'caliber.word': ['写明率的分母', 'Say what the rate is over.'],
  'caliber.completion-and-payment': [
    '两个口径分开说，不相比较',
    'Keep the two calibers apart; they are not compared.',
  ],
  'caliber.total-exceeded': [
    '每个数写明口径，不相加比较',
    'State the caliber of each figure; they are not added or compared.',
  ],
  'funds.two-years': ['写明资金批次年份', "State the year of the funds' batch."],
  'target.open': ['写明比什么、怎么算', 'Say what is measured and against what.'],
  'light.cuts-unstated': ['写明分色的线', 'State the cuts between the colours.'],
  'acknowledged.nothing': ['删去这条，或改正编号', 'Remove the acknowledgement, or mend its code and items.'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type PlanCode = keyof typeof PLAN_CODES
