import type { ReturnSheet } from '@guatu/contract'
import { describe, expect, it } from 'vitest'
import { ApiFault, NETWORK } from '../api/fault.ts'
import { type FilledRow, filledRow } from '../grid/findings.ts'
import { reduceGrid } from '../grid/model/reduce.ts'
import { startGrid } from '../grid/model/state.ts'
import { isExplained, passedOf, reasonsBefore, sameForAll } from './explain.ts'
import { startOf } from './kept.ts'
import { columnsOf, rowsOf, textsOf, typedOf } from './rows.ts'
import { answerOf } from './use-unsent-returns.ts'
import { lastInto, readWork } from './work.ts'

const WAN = { unit: '万元', unitEn: '', scale: 1_000_000, decimals: 0 }
const AS = { money: WAN, year: 2023 }
const nothing = { value: null, entry: null, last: null, plan: null }
const last = (value: number | string) => ({ ...nothing, last: { value, period: '2023-04', entry: 3 } })
const row = (project: string, cells: ReturnSheet['rows'][number]['cells']): ReturnSheet['rows'][number] => ({
  project,
  name: project,
  cadences: [],
  cells,
  known: { totalInvest: null, annualPlan: null, monthPlans: null, startedOn: null, history: [] },
  evidence: [],
  passedBefore: [],
})
const FIELDS: ReturnSheet['fields'] = [
  { id: 'invest-ytd', type: 'money', name: '', nameEn: '', accrues: 'year' },
  { id: 'stage', type: 'stage', name: '', nameEn: '', accrues: 'always' },
  { id: 'progress', type: 'text', name: '', nameEn: '', accrues: 'always' },
]
const ROWS = [
  row('reported', {
    'invest-ytd': { ...nothing, value: 5_000_000, entry: 7 },
    stage: last('started'),
    progress: nothing,
  }),
  row('before', { 'invest-ytd': last(3_000_000), stage: last('prepare'), progress: last('基础施工') }),
  row('new', { 'invest-ytd': nothing, stage: nothing, progress: nothing }),
]
const COLUMNS = columnsOf(FIELDS)
const GRID_ROWS = rowsOf(ROWS, FIELDS, true)

/** Project, field and text. */
type Cell = readonly [string, string, string]
const typing = (...cells: readonly Cell[]) =>
  cells.reduce(
    (state, [project, field, text]) => reduceGrid(state, { do: 'type', project, field, text }),
    startGrid(COLUMNS, GRID_ROWS, AS),
  )
const filled = (state: ReturnType<typeof typing>): FilledRow[] =>
  state.rows.map(one => filledRow(state.columns, state.typed, one))
const workOf = (...cells: readonly Cell[]) => readWork(ROWS, filled(typing(...cells)))

describe('what goes with a return', () => {
  it('is what differs from the ledger, with the facts that last', () => {
    expect(workOf().rows).toEqual([{ project: 'reported', figures: { stage: 'started' } }])
    expect(workOf(['before', 'invest-ytd', '8']).rows[1]).toEqual({
      project: 'before',
      figures: { 'invest-ytd': 8_000_000, stage: 'prepare' },
    })
  })

  it('names figures changed that stood in the ledger, and texts that are none', () => {
    expect(workOf(['reported', 'invest-ytd', '6']).corrected).toBe(1)
    const bad = workOf(['reported', 'invest-ytd', '约6'])
    expect(bad.unreadable).toBe(1)
    expect(bad.rows).toEqual([{ project: 'reported', figures: { stage: 'started' } }])
  })

  it('leaves a row empty until somebody gives a figure; 0 is a figure, a figure taken back is none', () => {
    expect(workOf().empty).toEqual(['before', 'new'])
    expect(workOf(['new', 'invest-ytd', '0']).empty).toEqual(['before'])
    expect(workOf(['reported', 'invest-ytd', '']).empty).toEqual(['reported', 'before', 'new'])
  })

  it('takes the amounts of the period before into empty rows, but no words', () => {
    expect(lastInto(['before', 'new'], GRID_ROWS, COLUMNS, AS)).toEqual([
      { project: 'before', field: 'invest-ytd', typed: { text: '3', by: 'typed', value: 3_000_000 } },
    ])
  })

  it('does not fill anything in beforehand where a correction is proposed', () => {
    expect(rowsOf(ROWS, FIELDS, false)[0]?.cells.stage?.now).toBeUndefined()
    expect(GRID_ROWS[0]?.cells.stage?.now).toBe('started')
  })
})

describe('a draft', () => {
  it('is read anew, and forgets what now stands there or is no longer asked', () => {
    const { typed } = typing(['reported', 'invest-ytd', '6'], ['new', 'progress', '封顶'])
    const texts = textsOf(typed)
    expect(typedOf(texts, COLUMNS, GRID_ROWS, AS)).toEqual(typed)
    expect(typedOf({ ...texts, gone: { stage: 'plan' } }, COLUMNS, GRID_ROWS, AS)).toEqual(typed)
    expect(typedOf({ reported: { 'invest-ytd': '5.00' } }, COLUMNS, GRID_ROWS, AS)).toEqual({})
  })

  const sheet = (version?: number) =>
    ({
      passed: [],
      draft:
        version === undefined
          ? null
          : { version, body: { texts: { new: { progress: '封顶' }, old: 3 } }, savedBy: '', savedAt: '' },
    }) as unknown as ReturnSheet

  it('of the unit is taken where this device holds none', () => {
    expect(startOf(sheet(4), null)).toMatchObject({
      texts: { new: { progress: '封顶' }, old: {} },
      version: 4,
      keeping: 'server',
    })
    expect(startOf(sheet(), null)).toMatchObject({ texts: {}, version: 0, keeping: 'nothing' })
  })

  it('of this device holds unless the unit has a newer one', () => {
    const device = { typed: {}, reasons: {}, version: 4, seen: 1 }
    expect(startOf(sheet(4), device).keeping).toBe('device')
    expect(startOf(sheet(5), device).keeping).toBe('conflict')
    expect(startOf(sheet(1), { typed: {} }).keeping).toBe('conflict')
    const sent = { passed: [], draft: { body: null, version: 5 } } as unknown as ReturnSheet
    expect(startOf(sent, device)).toMatchObject({ keeping: 'device', version: 5 })
    expect(startOf(sent, null).keeping).toBe('nothing')
  })
})

describe('an answer to a submission', () => {
  it('is waited for where the server cannot be blamed on the figures', () => {
    const kind = (code: string, status: number) => answerOf(new ApiFault(code, '', '', status)).kind
    expect(kind(NETWORK, 0)).toBe('offline')
    expect(kind('x', 500)).toBe('offline')
    expect(kind('x', 429)).toBe('offline')
    expect(kind('session.none', 401)).toBe('offline')
    expect(kind('return.changed-meanwhile', 409)).toBe('conflict')
    expect(kind('return.check-failed', 422)).toBe('refused')
    expect(kind('return.not-yours', 403)).toBe('refused')
  })
})

describe('reasons of warnings', () => {
  const a = { check: 'copied', project: 'p1' }
  const b = { check: 'surge', project: 'p1', field: 'invest-ytd' }

  it('are kept from the last submission', () => {
    const reasons = reasonsBefore([{ ...b, reason: '设备到货' }])
    expect(isExplained(b, reasons)).toBe(true)
    expect(isExplained(a, reasons)).toBe(false)
  })

  it('may be the same for all that have none, and go along trimmed', () => {
    const reasons = sameForAll([a, b], { 'surge p1 invest-ytd': ' 设备到货 ' }, '冬季停工')
    expect(passedOf([a, b], reasons)).toEqual([
      { check: 'copied', project: 'p1', field: undefined, reason: '冬季停工' },
      { check: 'surge', project: 'p1', field: 'invest-ytd', reason: '设备到货' },
    ])
    expect(passedOf([a], { 'copied p1 ': '  ' })).toEqual([])
  })
})
