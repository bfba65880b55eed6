import type { Aggregate } from '../language/indicator.ts'
import type { Scheme } from '../language/scheme.ts'
import { figureType, PLAN_FIGURES, RETURN_FIGURES } from '../language/vocabulary.ts'
import { itemsOf } from './items.ts'
import type { Report } from './report.ts'
import { choicesOf } from './settings.ts'

const RESERVED = new Set(['none', '*'])

/** Ids stand once, and every id that an item names exists. */
export function references(scheme: Scheme, report: Report): void {
  repeated(scheme, report)
  const lists = new Set(scheme.lists.map(list => list.id))
  const indicators = new Set(scheme.indicators.map(one => one.id))
  const targets = new Set(scheme.targets.map(one => one.id))
  const needList = (id: string, path: PropertyKey[]) => {
    if (!lists.has(id)) report(path, 'ref.list', `there is no list ${id}`)
  }
  for (const { key, index, item } of itemsOf(scheme)) {
    const named = 'lists' in item ? item.lists : []
    named.forEach((list, at) => {
      needList(list, [key, index, 'lists', at])
    })
  }
  scheme.targets.forEach((target, index) => {
    const { list } = target.scope
    if (list !== undefined) needList(list, ['targets', index, 'scope', 'list'])
    for (const id of choicesOf(scheme, target.indicator)) {
      if (!indicators.has(id))
        report(['targets', index, 'indicator'], 'ref.indicator', `there is no indicator ${id}`)
    }
  })
  scheme.board.tiles.forEach((tile, index) => {
    if (!targets.has(tile) && !indicators.has(tile)) {
      report(['board', 'tiles', index], 'ref.tile', `there is no target or indicator ${tile}`)
    }
  })
  scheme.board.lists?.forEach((list, index) => {
    needList(list, ['board', 'lists', index])
  })
  for (const rate of ['completion', 'starts'] as const) {
    const id = scheme.board[rate]
    if (id !== null && !indicators.has(id)) {
      report(
        ['board', rate],
        'ref.indicator',
        `there is no indicator ${id}; write null where the plan has none`,
      )
    }
  }
  for (const [index, indicator] of scheme.indicators.entries()) {
    if (indicator.origin === 'reported') continue
    if (indicator.shape !== 'ratio') {
      aggregate(indicator.of, scheme, ['indicators', index, 'of'], report)
      continue
    }
    aggregate(indicator.numerator, scheme, ['indicators', index, 'numerator'], report)
    aggregate(indicator.denominator, scheme, ['indicators', index, 'denominator'], report)
  }
}

/** Sums run over money or whole numbers. */
function aggregate(of: Aggregate, scheme: Scheme, path: PropertyKey[], report: Report): void {
  if (!('sum' in of)) return
  const name = typeof of.sum === 'string' ? of.sum : of.sum.first
  const type = figureType(name, scheme.fields)
  if (type === undefined) report([...path, 'sum'], 'ref.figure', `there is no figure ${name}`)
  else if (type !== 'money' && type !== 'integer') {
    report([...path, 'sum'], 'figure.type', `${name} is a ${type}, which has no sum`)
  }
}

function repeated(scheme: Scheme, report: Report): void {
  const seen = new Set<string>()
  const once = (key: string, id: string, path: PropertyKey[]) => {
    if (seen.has(`${key} ${id}`)) report(path, 'id.repeated', `${id} stands twice among ${key}`)
    seen.add(`${key} ${id}`)
  }
  for (const { key, kind, index, item } of itemsOf(scheme)) once(kind, item.id, [key, index, 'id'])
  for (const key of ['colours', 'fields', 'units'] as const) {
    scheme[key].forEach((item, index) => {
      once(key, item.id, [key, index, 'id'])
    })
  }
  scheme.colours.forEach((colour, index) => {
    if (RESERVED.has(colour.id)) report(['colours', index, 'id'], 'id.reserved', `${colour.id} is no colour`)
  })
  scheme.fields.forEach((field, index) => {
    if (field.id in RETURN_FIGURES || field.id in PLAN_FIGURES) {
      report(['fields', index, 'id'], 'id.reserved', `${field.id} is a figure of every return or plan`)
    }
  })
}
