import { isDay, makeDay, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { parse, stringify } from 'yaml'
import type { PlanFor } from './blank-plan.ts'

export interface CopiedPlan {
  readonly text: string
  /** Names of targets and numbers that are left out: amounts of the other jurisdiction. */
  readonly left: readonly string[]
}

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain }
type Item = { readonly [name: string]: Plain }

/**
 * A plan as another jurisdiction's own: names, office and dates moved, rules, rates and citations kept. What the model
 * prints of itself, and amounts and counts that it asks for, are not carried over.
 */
export function copyPlan(text: string, model: Scheme, own: PlanFor): CopiedPlan {
  const raw = parse(text) as Item
  const shift = own.year - yearOf(model.inForce.from)
  const moved = moveDates(raw, shift) as Item
  const { targets, left } = keptTargets(items(moved.targets))
  const others = ownItems(moved)
  const tiles = tilesOf(moved, targets)
  const { seed: _seed, issued: _issued, published: _published, ...source } = moved.source as Item
  const { units: _units, owners: _owners, counted: _counted, acknowledged: _known, settings, ...rest } = moved
  const copy = {
    ...rest,
    scheme: `${own.id}-plan`,
    name: renamed(String(moved.name), model, own.name),
    nameEn: renamed(String(moved.nameEn), model, own.nameEn),
    jurisdiction: {
      id: own.id,
      name: own.name,
      nameEn: own.nameEn,
      ...(own.region ? { region: own.region } : {}),
    },
    source: {
      ...source,
      title: `${model.source.title}（参照）`,
      reading: joined(
        `参照${model.jurisdiction.name}的方案复制，日期后移${shift}年；条款号指被参照的方案`,
        source.reading,
        '；',
      ),
      readingEn: joined(
        `copied from the plan of ${model.jurisdiction.nameEn}, dates moved by ${shift} years; clauses are those of the model`,
        source.readingEn,
        '; ',
      ),
    },
    office: { name: own.office, nameEn: own.office },
    inForce: inForce(model, own.year),
    lists: items(moved.lists).map(({ states: _states, named: _named, ...list }) => ({
      ...list,
      name: renamed(String(list.name), model, own.name),
      nameEn: renamed(String(list.nameEn), model, own.nameEn),
    })),
    targets,
    ...others.kept,
    board: { ...(moved.board as Item), tiles },
  }
  return {
    text: stringify({ ...copy, settings: keptSettings(settings, copy as unknown as Plain) }),
    left: [...left, ...others.left],
  }
}

/** Who answers for what, how many there must be and how much is given are the model's own. */
function ownItems(moved: Item): { readonly kept: Item; readonly left: string[] } {
  const [duties, funds, funnels] = [items(moved.duties), items(moved.funds), items(moved.funnels)]
  const without = new Set<Plain | undefined>(['matrix', 'reserve', 'grant'])
  const isKept = (item: Item) => !without.has(item.kind)
  return {
    kept: {
      duties: duties.filter(isKept),
      funds: funds.filter(isKept),
      funnels: funnels.map(({ goals: _goals, ...funnel }) => funnel),
    },
    left: [
      ...[...duties, ...funds].filter(one => !isKept(one)),
      ...funnels.filter(one => items(one.goals).length > 0),
    ].map(one => String(one.name)),
  }
}

const items = (value: Plain | undefined): readonly Item[] => (value ?? []) as readonly Item[]

const joined = (first: string, second: Plain | undefined, by: string) =>
  typeof second === 'string' ? `${first}${by}${second}` : first

const renamed = (text: string, { jurisdiction }: Scheme, name: string) =>
  text
    .replaceAll(jurisdiction.name, name)
    .replaceAll(new RegExp(jurisdiction.nameEn, 'gi'), name)
    .replaceAll(jurisdiction.nameEn.replace(/ (District|County|City)$/, ''), name)

/** The whole of the first year, and as many further years as the model runs. */
function inForce(model: Scheme, year: number) {
  const years = yearOf(model.inForce.to) - yearOf(model.inForce.from)
  return { from: makeDay(year, 1, 1), to: makeDay(year + years, 12, 31) }
}

/** Every day and plan year, in values and in keys. A dated value of the first year holds from its first day. */
function moveDates(value: Plain, shift: number): Plain {
  if (typeof value === 'string') return isDay(value) ? moveDay(value, shift) : value
  if (Array.isArray(value)) return value.map((one: Plain) => moveDates(one, shift))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      isDay(name) ? makeDay(yearOf(name) + shift, 1, 1) : name,
      name === 'year' && typeof member === 'number' ? member + shift : moveDates(member, shift),
    ]),
  )
}

const moveDay = (day: string, shift: number) =>
  day.endsWith('-02-29')
    ? makeDay(yearOf(day) + shift, 2, 28)
    : `${String(yearOf(day) + shift).padStart(4, '0')}${day.slice(4)}`

/** Rates carry over; an amount or a count was made for the other jurisdiction, and what stands on one goes with it. */
function keptTargets(targets: readonly Item[]): { targets: Item[]; left: string[] } {
  const cut = targets.map(target => {
    const { floor, stretch, quarters, years, ...rest } = target
    const ends = { floor: ratesOf(floor), stretch: ratesOf(stretch) }
    const rates = Object.fromEntries(Object.entries(ends).filter(([, values]) => values !== undefined))
    const whole = !quarters && !years && same(floor, ends.floor) && same(stretch, ends.stretch)
    return { target, whole, copy: { ...rest, ...rates } as Item }
  })
  let kept = cut.filter(({ copy }) => copy.floor || copy.stretch)
  for (let before = -1; before !== kept.length; ) {
    before = kept.length
    const copies = kept.map(one => one.copy)
    kept = kept.filter(({ copy }) => standsOnKept(copy, copies))
  }
  const ids = new Set(kept.map(({ copy }) => copy.id))
  return {
    targets: kept.map(
      ({ copy: { partOf, ...copy } }) => (ids.has(partOf) ? { ...copy, partOf } : copy) as Item,
    ),
    left: cut.filter(one => !one.whole || !kept.includes(one)).map(({ target }) => String(target.name)),
  }
}

const same = (a: Plain | undefined, b: Plain | undefined) => JSON.stringify(a) === JSON.stringify(b)

/** A target against another's value needs that value. */
function standsOnKept({ base }: Item, copies: readonly Item[]): boolean {
  const of = (base as Item | undefined)?.of as Item | undefined
  if (typeof of?.target !== 'string') return true
  const other = copies.find(one => one.id === of.target)
  const ends = typeof of.end === 'string' ? [of.end] : ['floor', 'stretch']
  return ends.every(end =>
    Object.values((other?.[end] ?? {}) as Item).some(named => String(of.value) in (named as Item)),
  )
}

/** Settings that something still reads. */
function keptSettings(settings: Plain | undefined, rest: Plain): Plain {
  const used = new Set<string>()
  const walk = (value: Plain): void => {
    if (value === null || typeof value !== 'object') {
      if (value === 'construction-season-end') used.add('construction-season')
    } else if (Array.isArray(value)) value.forEach(walk)
    else {
      const { setting } = value as Item
      if (typeof setting === 'string') used.add(setting)
      Object.values(value).forEach(walk)
    }
  }
  walk(rest)
  return Object.fromEntries(Object.entries((settings ?? {}) as Item).filter(([id]) => used.has(id)))
}

/** Of dated values those that are rates; undefined where none is left. */
function ratesOf(dated: Plain | undefined): Plain | undefined {
  if (dated === undefined || dated === null) return undefined
  const days = Object.entries(dated as Item).flatMap(([day, values]) => {
    const rates = Object.entries(values as Item).filter(
      ([, text]) => typeof text === 'string' && text.endsWith('%'),
    )
    return rates.length > 0 ? [[day, Object.fromEntries(rates)] as const] : []
  })
  return days.length > 0 ? Object.fromEntries(days) : undefined
}

/** A target that is gone leaves its tile to its indicator; each indicator stands once. */
function tilesOf({ board, targets, indicators }: Item, kept: readonly Item[]): string[] {
  const ids = new Set(kept.map(target => target.id))
  const known = new Set(items(indicators).map(one => one.id))
  const tiles = ((board as Item).tiles as readonly string[]).flatMap(tile => {
    if (ids.has(tile)) return [tile]
    const { indicator = tile } = items(targets).find(one => one.id === tile) ?? {}
    return typeof indicator === 'string' && known.has(indicator) ? [indicator] : []
  })
  const several = [...new Set(tiles)]
  return several.length > 0 ? several : [String(items(indicators)[0]?.id ?? '')]
}
