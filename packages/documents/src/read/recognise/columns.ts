import { compact, type Match, matchFields, readHeader, unitOf } from '@guatu/kernel'
import { type HeaderBlock, headerPath, headerText, isSerial } from './header-block.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { type AmountUnit, DOUBTFUL, type FieldSpec, type Finding, type RecognisedColumn } from './model.ts'
import type { SheetView } from './sheet-view.ts'

/** Likeness below this is no offer. */
const LEAST = 0.6

interface Draft {
  readonly column: number
  readonly path: readonly string[]
  readonly header: string
  readonly mapped?: ColumnMapping
  readonly matches: readonly Match<FieldSpec>[]
}

export interface Columns {
  readonly columns: readonly RecognisedColumn[]
  readonly findings: readonly Finding[]
}

export function recogniseColumns(
  view: SheetView,
  block: HeaderBlock,
  fields: readonly FieldSpec[],
  mapping: Mapping,
  titleUnit: AmountUnit | undefined,
): Columns {
  const drafts = draftColumns(view, block, fields, mapping)
  const claims = settle(drafts, fields, mapping)
  const findings: Finding[] = []
  const columns = drafts.map(draft => {
    const claim = claims.get(draft.column)
    const unitCell = block.units ? view.covering(block.units, draft.column)?.text : undefined
    const column = describe(draft, claim, mapping, unitOf(unitCell ?? ''), titleUnit)
    findings.push(...columnFindings(draft, claim, column, claims))
    return column
  })
  for (const field of fields) {
    if (field.required && !columns.some(c => c.field === field.id) && !mapping.constants?.[field.id])
      findings.push({ code: 'field.required-missing', params: { field: field.id } })
  }
  return { columns, findings }
}

function draftColumns(
  view: SheetView,
  block: HeaderBlock,
  fields: readonly FieldSpec[],
  mapping: Mapping,
): Draft[] {
  const seen = new Map<string, number>()
  const drafts: Draft[] = []
  for (let column = 1; column <= view.width; column++) {
    const path = headerPath(view, block, column)
    if (path.length === 0) continue
    const header = headerText(path)
    const nth = (seen.get(compact(header)) ?? 0) + 1
    seen.set(compact(header), nth)
    const mapped = mapping.columns?.find(
      decision => compact(decision.header) === compact(header) && (decision.nth ?? nth) === nth,
    )
    const guess = !mapped && !mapping.onlyMapped && !isSerial(path)
    const matches = guess ? matchFields(path, fields).filter(match => match.confidence >= LEAST) : []
    drafts.push({ column, path, header, matches, ...(mapped ? { mapped } : {}) })
  }
  return drafts
}

type Claim = Match<FieldSpec>

/** Decisions first, then the likest pair, each field and column once. */
function settle(
  drafts: readonly Draft[],
  fields: readonly FieldSpec[],
  mapping: Mapping,
): Map<number, Claim> {
  const claims = new Map<number, Claim>()
  const taken = new Set<string>(Object.keys(mapping.constants ?? {}))
  for (const { column, mapped } of drafts) {
    const field = mapped && fields.find(candidate => candidate.id === mapped.field)
    if (!field) continue
    for (const id of [field.id, ...(mapped.also ?? [])]) taken.add(id)
    claims.set(column, { field, confidence: 1 })
  }
  const offers = drafts.flatMap(({ column, matches }) => matches.map(match => ({ column, ...match })))
  for (const { column, field, confidence } of offers.sort((a, b) => b.confidence - a.confidence)) {
    if (claims.has(column) || taken.has(field.id)) continue
    taken.add(field.id)
    claims.set(column, { field, confidence })
  }
  if (!mapping.onlyMapped) nameUnderGroup(drafts, claims, fields, taken)
  return oneMonthOnly(claims, fields, taken)
}

/** 项目 over 大分类 and 小分类, and no column of names else: the finest of them names the row. To be looked at. */
function nameUnderGroup(
  drafts: readonly Draft[],
  claims: Map<number, Claim>,
  fields: readonly FieldSpec[],
  taken: ReadonlySet<string>,
): void {
  const field = fields.find(one => one.id === 'project-name')
  if (!field || taken.has(field.id)) return
  const under = drafts.filter(
    ({ path, column }) =>
      path.length > 1 &&
      !claims.has(column) &&
      (matchFields(path.slice(0, 1), [field])[0]?.confidence ?? 0) >= 0.9,
  )
  const finest = under.find(draft => draft.header === under.at(-1)?.header)
  if (finest) claims.set(finest.column, { field, confidence: LEAST })
}

/** A single 5月完成 is the month of the return, not one of a year's twelve columns. */
function oneMonthOnly(
  claims: Map<number, Claim>,
  fields: readonly FieldSpec[],
  taken: ReadonlySet<string>,
): Map<number, Claim> {
  const months = [...claims].filter(([, claim]) => /^invest-m\d\d$/.test(claim.field.id))
  const month = fields.find(field => field.id === 'invest-month')
  const only = months[0]
  if (months.length === 1 && only && month && !taken.has(month.id))
    claims.set(only[0], { field: month, confidence: only[1].confidence })
  return claims
}

function describe(
  draft: Draft,
  claim: Claim | undefined,
  mapping: Mapping,
  rowUnit: AmountUnit | undefined,
  titleUnit: AmountUnit | undefined,
): RecognisedColumn {
  const { column, path, header, mapped } = draft
  const parts = [...path].reverse().map(readHeader)
  const own = parts.find(part => part.unit)?.unit ?? rowUnit
  const amount = claim?.field.type === 'money'
  const unit: Pick<RecognisedColumn, 'unit' | 'unitFrom'> = mapped?.unit
    ? { unit: mapped.unit, unitFrom: 'mapping' }
    : own
      ? { unit: own, unitFrom: 'header' }
      : amount && mapping.unit
        ? { unit: mapping.unit, unitFrom: 'mapping' }
        : amount && titleUnit
          ? { unit: titleUnit, unitFrom: 'title' }
          : {}
  const measure = mapped?.measure ?? parts.find(part => part.measure)?.measure
  const dateFormat = mapped?.dateFormat ?? mapping.dateFormat
  const months = parts.find(part => part.months)?.months
  return {
    column,
    header,
    confidence: claim?.confidence ?? 0,
    ...(claim ? { field: claim.field.id } : {}),
    ...(mapped?.also ? { also: mapped.also } : {}),
    ...unit,
    ...(measure ? { measure } : {}),
    ...(dateFormat ? { dateFormat } : {}),
    ...(months ? { months } : {}),
    ...(isSerial(path) ? { serial: true as const } : {}),
  }
}

function columnFindings(
  draft: Draft,
  claim: Claim | undefined,
  column: RecognisedColumn,
  claims: ReadonlyMap<number, Claim>,
): Finding[] {
  const at = { column: draft.column, header: draft.header }
  if (!claim) {
    if (draft.mapped || column.serial) return []
    const wanted = draft.matches[0]
    const other = [...claims].find(([, taken]) => taken.field.id === wanted?.field.id)?.[0]
    return wanted && wanted.confidence >= DOUBTFUL && other
      ? [{ code: 'column.claimed-twice', params: { ...at, field: wanted.field.id, other } }]
      : [{ code: 'column.unknown', params: at }]
  }
  const findings: Finding[] = []
  const params = { ...at, field: claim.field.id }
  if (claim.confidence < DOUBTFUL) findings.push({ code: 'column.doubtful', params })
  if (claim.field.type === 'money' && !column.unit) findings.push({ code: 'unit.unknown', params })
  const unclear = !draft.mapped && claim.field.id === 'invest-total' && !column.measure
  if (unclear) findings.push({ code: 'column.cumulative-unclear', params })
  return findings
}
