import { dayZh, periodEn, periodZh } from '@guatu/kernel'
import { dayIn, startedOn, stepOf, textIn } from './look.ts'
import type { Check } from './model.ts'
import { fieldWords, stageWords } from './words.ts'

export const DAY_CHECKS: readonly Check[] = [
  {
    id: 'date.future',
    severity: 'error',
    summary: { zh: '日期在将来', en: 'A day that has not come' },
    details: {
      zh: '开工日、竣工日是已经发生的日子；计划日期在清单上。',
      en: 'Start and completion are days that have passed; planned days stand on the list.',
    },
    todo: {
      zh: '改成实际日期，还没发生的留空。',
      en: 'Give the real day; leave blank what has not happened.',
    },
    find: ({ figures }, { asOf }) =>
      ['started-on', 'completed-on'].flatMap(field => {
        const day = dayIn(figures, field)
        if (day === undefined || day <= asOf) return []
        const { zh, en } = fieldWords(field)
        return [
          {
            field,
            message: {
              zh: `${zh}${dayZh(day)}，晚于今天（${dayZh(asOf)}）`,
              en: `${en} ${day} is after today, ${asOf}`,
            },
          },
        ]
      }),
  },
  {
    id: 'date.completed-before-started',
    severity: 'error',
    summary: { zh: '竣工早于开工', en: 'Completed before started' },
    details: { zh: '竣工日不会早于开工日。', en: 'Works cannot end before they begin.' },
    todo: { zh: '核对两个日期的年份。', en: 'Check the years of both days.' },
    find: (row, context) => {
      const completed = dayIn(row.figures, 'completed-on')
      const started = startedOn(row, context)
      if (completed === undefined || started === undefined || completed >= started) return []
      const zh = `竣工日${dayZh(completed)}，早于开工日${dayZh(started)}`
      return [
        { field: 'completed-on', message: { zh, en: `Completed on ${completed}, started on ${started}` } },
      ]
    },
  },
  {
    id: 'stage.backwards',
    severity: 'warning',
    summary: { zh: '阶段倒退', en: 'The stage went backwards' },
    details: {
      zh: '谋划、储备、前期、开工、竣工、投产依次向前；停工用“暂停”，不退回前期。',
      en: 'Stages go forwards only; works that rest are paused, not back in preparation.',
    },
    todo: {
      zh: '停工的选“暂停”；上期报错的写明。',
      en: 'Choose “paused” for a rest; say so if the last return was wrong.',
    },
    find: (row, { history }) => {
      const stage = textIn(row.figures, 'stage')
      const step = stepOf(stage)
      const last = history.findLast(one => stepOf(textIn(one.figures, 'stage')) !== undefined)
      const before = last && textIn(last.figures, 'stage')
      const from = stepOf(before)
      if (!stage || !before || step === undefined || from === undefined || step >= from) return []
      return [
        {
          field: 'stage',
          message: {
            zh: `上次（${periodZh(last.period)}）是“${stageWords(before).zh}”，本期是“${stageWords(stage).zh}”`,
            en: `${stageWords(before).en} in ${periodEn(last.period)}, now ${stageWords(stage).en}`,
          },
        },
      ]
    },
  },
]
