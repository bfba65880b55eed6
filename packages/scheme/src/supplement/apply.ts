import { isDay } from '@guatu/kernel'
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml'
import type { Finding } from '../finding.ts'
import { type Supplement, supplement } from '../language/supplement.ts'
import { type ParsedScheme, parseScheme } from '../parse.ts'
import { readYaml } from '../read-yaml.ts'
import { SUPPLEMENT_CODES, type SupplementCode } from './codes.ts'

export interface AppliedSupplement {
  readonly supplement?: Supplement
  /** The plan with the layer on it, whole; absent while the supplement has an error of its own. */
  readonly text?: string
  readonly parsed?: ParsedScheme
  readonly findings: readonly Finding[]
}

type Path = readonly PropertyKey[]
type Tell = (path: Path, code: SupplementCode, message: string) => void

/**
 * Lays a supplement over the text of a plan. Its comments and order stay; the result is a plan's text again, so that
 * further supplements and linters take it as any other. Never throws on bad text.
 */
export function applySupplement(base: string, text: string, file: string): AppliedSupplement {
  const plan = parseScheme(base, 'scheme.yaml').parsed
  if (!plan) throw new Error('a supplement is laid over a plan that can be read')
  const { value, place, findings } = readYaml<Supplement>(text, file, supplement)
  if (!value) return { findings }
  const found: Finding[] = [...findings]
  const tell: Tell = (path, code, message) => {
    const [severity, mend] = SUPPLEMENT_CODES[code]
    found.push({ file, ...place(path), code, severity, message, mend })
  }
  const { scheme, inForce } = plan.scheme
  if (value.supplement !== scheme)
    tell(['supplement'], 'supplement.scheme', `${value.supplement} is not ${scheme}`)
  if (value.from < inForce.from || value.from > inForce.to)
    tell(['from'], 'supplement.outside', `the plan runs from ${inForce.from} to ${inForce.to}`)
  const merged = new Layered(base, value.from, tell)
  for (const [part, items] of Object.entries(value.changes)) merged.change(part, items ?? [])
  for (const [id, patch] of Object.entries(value.settings)) merged.changeSetting(id, patch)
  for (const [part, items] of Object.entries(value.adds)) merged.add(part, items ?? [])
  found.sort((a, b) => a.line - b.line || a.column - b.column)
  if (found.some(one => one.severity === 'error')) return { supplement: value, findings: found }
  const result = merged.text()
  const after = parseScheme(result, file)
  return { supplement: value, text: result, parsed: after.parsed, findings: [...found, ...after.findings] }
}

class Layered {
  readonly #document
  readonly #from: string
  readonly #tell: Tell

  constructor(base: string, from: string, tell: Tell) {
    this.#document = parseDocument(base)
    this.#from = from
    this.#tell = tell
  }

  text(): string {
    return this.#document.toString({ lineWidth: 110 })
  }

  change(part: string, items: readonly ({ readonly id: string } & object)[]): void {
    const seen = new Set<string>()
    items.forEach((patch, index) => {
      const path = ['changes', part, index]
      if (seen.has(patch.id)) this.#tell(path, 'supplement.twice', `${patch.id} stands twice`)
      seen.add(patch.id)
      const item = this.#items(part).find(one => one.get('id') === patch.id)
      if (!item) this.#tell([...path, 'id'], 'supplement.unknown', `the plan has no ${patch.id} in ${part}`)
      else this.#merge(item, patch, path)
    })
  }

  changeSetting(id: string, patch: object): void {
    const settings = this.#document.get('settings', true)
    const setting = isMap(settings) ? settings.get(id, true) : undefined
    if (isMap(setting)) this.#merge(setting, patch, ['settings', id])
    else this.#tell(['settings', id], 'supplement.unknown', `the plan has no setting ${id}`)
  }

  add(part: string, items: readonly ({ readonly id: string } & object)[]): void {
    const known = new Set(this.#items(part).map(one => one.get('id')))
    items.forEach((item, index) => {
      if (known.has(item.id))
        this.#tell(['adds', part, index, 'id'], 'supplement.known', `${item.id} is in ${part} already`)
      known.add(item.id)
      if (!isSeq(this.#document.get(part, true))) this.#document.set(part, this.#document.createNode([]))
      this.#document.addIn([part], this.#document.createNode(item))
    })
  }

  #items(part: string): YAMLMap[] {
    const items = this.#document.get(part, true)
    return isSeq(items) ? items.items.filter(isMap) : []
  }

  #merge(item: YAMLMap, patch: object, path: Path): void {
    for (const [key, value] of Object.entries(patch)) {
      if (key === 'id') continue
      const at = [...path, key]
      const now = item.get(key, true)
      if (isDated(value) && isMap(now) && isDated(now.toJSON())) this.#date(now, value, at)
      else if (value === null) item.delete(key)
      else {
        if (sameValue(now, value)) this.#tell(at, 'supplement.same', `${key} is so already`)
        this.#early(value, at)
        item.set(key, this.#document.createNode(value, { flow: item.flow === true }))
      }
    }
  }

  #date(dated: YAMLMap, values: Readonly<Record<string, unknown>>, path: Path): void {
    this.#early(values, path)
    for (const [day, value] of Object.entries(values)) {
      const days = dated.items.map(({ key }) => String(isScalar(key) ? key.value : key))
      if (days.includes(day))
        this.#tell([...path, day], 'supplement.duplicate', `a value from ${day} stands already`)
      else dated.set(day, this.#document.createNode(value, { flow: true }))
    }
  }

  #early(value: unknown, path: Path): void {
    if (!isDated(value)) return
    for (const day of Object.keys(value))
      if (day < this.#from) this.#tell([...path, day], 'supplement.earlier', `${day} is before ${this.#from}`)
  }
}

const isDated = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && areDays(Object.keys(value))
const areDays = (keys: readonly string[]) => keys.length > 0 && keys.every(isDay)

const sameValue = (node: unknown, value: unknown) => {
  const now = isMap(node) || isSeq(node) || isScalar(node) ? node.toJSON() : node
  return JSON.stringify(now) === JSON.stringify(value)
}
