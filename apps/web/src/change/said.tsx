import type { ChangeView } from '@guatu/contract'
import type { ReactNode } from 'react'
import { NO_FIGURE, signed } from '../figure/text.ts'
import { Light } from '../light/Light.tsx'
import { fieldName, fieldType, stageText, type Telling, valueText } from '../light/reason.ts'

/** A change in words: what, from, to, and a remark. */
export interface Said {
  readonly what: string
  readonly from?: ReactNode
  readonly to?: ReactNode
  readonly remark?: string
}

export function saidOf(change: ChangeView, telling: Telling): Said {
  const { t, figures } = telling
  switch (change.kind) {
    case 'joined':
    case 'left':
      return { what: t(`change.tag.${change.kind}`) }
    case 'renamed':
      return { what: t('change.tag.renamed'), from: change.from, to: change.to }
    case 'light':
      return {
        what: lightName(change, telling),
        from: <Light colour={change.from} />,
        to: <Light colour={change.to} />,
      }
    case 'stage':
      return {
        what: t('project.stage'),
        from: change.from === null ? NO_FIGURE : stageText(change.from, t),
        to: change.to === null ? NO_FIGURE : stageText(change.to, t),
      }
    case 'investment':
      return investment(change, telling)
    case 'plan': {
      const what = `${t('field.annual-plan')} · ${listName(change.list, change.year, telling)}`
      if (change.from === change.to) return { what, remark: t('change.months') }
      return { what, from: figures.row(change.from), to: amount(change.to, telling) }
    }
    case 'membership':
      return {
        what: t(change.joined ? 'change.list-joined' : 'change.list-left'),
        to: listName(change.list, change.year, telling),
      }
    case 'reported':
      return {
        what: t(isLater(change) ? 'change.tag.reported' : 'change.unreported'),
        to: figures.period(isLater(change) ? change.to : change.from),
      }
    case 'figure': {
      const type = fieldType(change.field, telling.vocabulary)
      return {
        what: fieldName(change.field, telling),
        from: valueText(type, change.from, telling),
        to: valueText(type, change.to, telling),
      }
    }
    case 'attribute': {
      const type = fieldType(change.attribute, telling.vocabulary)
      const value = (of: number | string | null) =>
        of === null ? t('project.not-set') : valueText(type, of, telling)
      return {
        what: t(`change.attribute.${change.attribute}`),
        from: value(change.from),
        to: value(change.to),
      }
    }
  }
}

type Of<K extends ChangeView['kind']> = Extract<ChangeView, { kind: K }>

function investment({ from, to, by, newYear }: Of<'investment'>, telling: Telling): Said {
  const { t, figures } = telling
  return {
    what: t('field.invest-ytd'),
    from: figures.row(from),
    to: amount(to, telling),
    remark: newYear ? t('change.new-year') : t('change.by', { by: signed(figures.row(by)) }),
  }
}

const amount = (minor: number | null, { figures }: Telling) =>
  minor === null ? NO_FIGURE : `${figures.row(minor)} ${figures.rowUnit}`

/** Names of periods order as their ends do, as long as they are of one kind. */
const isLater = ({ from, to }: Of<'reported'>) => to !== null && (from === null || to > from)

function lightName({ list, rule }: Of<'light'>, telling: Telling): string {
  if (rule === null) return telling.t('change.overall')
  const light = telling.vocabulary.lights.find(one => one.id === rule)
  return [light ? telling.pick(light) : rule, listName(list, null, telling)].join(' · ')
}

function listName(id: string, year: number | null, { vocabulary, pick }: Telling): string {
  const list = vocabulary.lists.find(one => one.id === id)
  return `${list ? pick(list) : id}${year === null ? '' : ` ${year}`}`
}
