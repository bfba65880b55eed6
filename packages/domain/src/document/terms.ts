import type { TargetState } from '../evaluate/index.ts'

export const STATE_WORDS: Readonly<Record<TargetState, string>> = {
  'stretch-met': '已达目标',
  'floor-met': '已达确保目标',
  short: '未达',
  unreported: '未报',
}

export const ACTION_WORDS: Readonly<Record<string, string>> = {
  remind: '发提醒函',
  'listed-supervision': '挂牌督办',
  supervise: '督办',
  talk: '约谈',
  criticise: '通报批评',
  replace: '启动替换',
  replan: '调整计划',
}
