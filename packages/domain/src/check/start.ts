import { daysBetween, dayZh, periodSpan } from '@guatu/kernel'
import {
  dayIn,
  isBeforeStart,
  lastAmount,
  lastStage,
  lastWith,
  numberIn,
  stageOf,
  startedOn,
  stepOf,
  textIn,
  yearIn,
} from './look.ts'
import type { Check, CheckContext, CheckRow } from './model.ts'
import { thresholdOf } from './thresholds.ts'
import { money, stageWords } from './words.ts'

/** The row is the first to say that works began; a project that came to the list under way began earlier. */
function startsNow(row: CheckRow, context: CheckContext): boolean {
  if ((stepOf(textIn(row.figures, 'stage')) ?? 0) < 3) return false
  if (context.history.some(one => !isBeforeStart(textIn(one.figures, 'stage') ?? 'plan'))) return false
  const day = startedOn(row, context)
  if (lastWith(context, 'stage')) return true
  return day !== undefined && day >= `${yearIn(row.period)}-01-01`
}

export const START_CHECKS: readonly Check[] = [
  {
    id: 'invest.before-start',
    severity: 'warning',
    summary: { zh: '未开工却有投资', en: 'Investment before the start' },
    details: {
      zh: '未开工的项目没有建筑安装工程投资；前期费用、征地可以有。',
      en: 'Before the start nothing is built; preliminaries and land may cost money.',
    },
    todo: {
      zh: '已开工的改阶段、填开工日并附佐证；是前期费用的写明。',
      en: 'If works began, set the stage, the day and evidence; if it is preliminaries, say so.',
    },
    source: {
      zh: '固定资产投资统计：未开工不计建安投资',
      en: 'Statistics of fixed-asset investment: no construction counts before the start',
    },
    thresholds: ['before-start'],
    find: (row, context) => {
      const done = numberIn(row.figures, 'invest-ytd')
      if (done === undefined || done <= thresholdOf(context, 'before-start')) return []
      const day = startedOn(row, context)
      const stage = stageOf(row, context)
      const later = day !== undefined && day > periodSpan(row.period).end
      if (!isBeforeStart(stage) && !later) return []
      // Said when it happens, not again while nothing is added.
      if (done === lastAmount(row, context, 'invest-ytd', true)?.amount) return []
      const why = later
        ? { zh: `开工日是${dayZh(day)}`, en: `works began on ${day}` }
        : { zh: `阶段是“${stageWords(stage ?? '').zh}”`, en: `the project is ${stageWords(stage ?? '').en}` }
      return [
        {
          field: 'invest-ytd',
          message: {
            zh: `本年累计 ${money(done)}，而${why.zh}`,
            en: `${money(done)} this year, but ${why.en}`,
          },
        },
      ]
    },
  },
  {
    id: 'start.no-evidence',
    severity: 'warning',
    summary: { zh: '开工没有佐证', en: 'A start without evidence' },
    details: {
      zh: '开工以现场照片或施工许可为准；入库也要这些材料。',
      en: 'A start is shown by a photo of the site or the construction permit; statistics entry asks for the same.',
    },
    todo: { zh: '上传现场照片或施工许可证。', en: 'Add a photo of the site or the construction permit.' },
    source: { zh: '固定资产投资统计入库材料', en: 'Papers for entry in the statistics of investment' },
    find: (row, context) => {
      if (!context.evidence || !startsNow(row, context)) return []
      if (context.evidence.some(one => one.kind === 'photo' || one.kind === 'permit')) return []
      const day = startedOn(row, context)
      return [
        {
          field: 'stage',
          message: {
            zh: `本期报开工${day ? `（${dayZh(day)}）` : ''}，没有照片也没有施工许可`,
            en: `Reported as started${day ? ` (${day})` : ''} with neither photo nor permit`,
          },
        },
      ]
    },
  },
  {
    id: 'operating.no-acceptance',
    severity: 'warning',
    summary: { zh: '投产没有验收', en: 'In use without acceptance' },
    details: {
      zh: '建成投产以竣工验收合格为前提。',
      en: 'A project goes into use after its works were accepted.',
    },
    todo: { zh: '填竣工日，或上传验收材料。', en: 'Give the day of completion or the paper of acceptance.' },
    source: { zh: '政府投资条例第二十五条', en: 'Regulation on Government Investment, article 25' },
    standing: true,
    find: (row, context) => {
      if (!context.evidence || stageOf(row, context) !== 'operating') return []
      const known = dayIn(row.figures, 'completed-on') !== undefined || lastWith(context, 'completed-on')
      if (known || context.evidence.some(one => one.kind === 'acceptance')) return []
      const zh = '阶段是投产，没有竣工日也没有验收材料'
      return [
        {
          field: 'stage',
          message: { zh, en: 'In use, with neither day of completion nor paper of acceptance' },
        },
      ]
    },
  },
  {
    id: 'stop.after-start',
    severity: 'warning',
    summary: { zh: '开工后随即停工', en: 'Stopped soon after the start' },
    details: {
      zh: '开工不久又停，可能是为了开工率而报的开工。冬季停工是正当理由。',
      en: 'A start that stops at once may have been reported for the start rate. A stop for winter is a good reason.',
    },
    todo: { zh: '写明为什么停、何时复工。', en: 'Say why works stopped and when they go on.' },
    thresholds: ['stop-days'],
    find: (row, context) => {
      if (textIn(row.figures, 'stage') !== 'paused' || lastStage(context) !== 'started') return []
      const day = startedOn(row, context)
      if (day === undefined) return []
      const days = daysBetween(day, periodSpan(row.period).end)
      if (days > thresholdOf(context, 'stop-days')) return []
      return [
        {
          field: 'stage',
          message: {
            zh: `${dayZh(day)}开工，到期末 ${days} 日，已停工`,
            en: `Started on ${day}, ${days} days before the period’s end, and stopped`,
          },
        },
      ]
    },
  },
]
