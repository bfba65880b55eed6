import type { ReturnSheet } from '@guatu/contract'
import { describe, expect, it } from 'vitest'
import { ApiFault, NETWORK } from '../api/fault.ts'
import { type FilledRow, filledRow } from '../grid/findings.ts'
import { reduceGrid } from '../grid/model/reduce.ts'
import { startGrid } from '../grid/model/state.ts'
import { answerOf, whyOf } from '../keep/answer.ts'
import { differencesOf } from './conflict.ts'
import { isExplained, passedOf, reasonsBefore, sameForAll } from './explain.ts'
import { type Content, emptyOf, isAlike, type Kept, meetingOf, startOf } from './kept.ts'
import { columnsOf, rowsOf, textsOf, typedOf } from './rows.ts'
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
      content: { texts: { new: { progress: '封顶' }, old: {} } },
      version: 4,
      keeping: 'server',
    })
    expect(startOf(sheet(), null)).toMatchObject({ content: { texts: {} }, version: 0, keeping: 'nothing' })
  })

  const EMPTY = emptyOf({ passed: [] })
  const own = (more: Partial<Kept> = {}): Kept => ({
    ...EMPTY,
    texts: { new: { progress: '开挖' } },
    version: 4,
    synced: false,
    at: '',
    ...more,
  })
  const sent = { passed: [], draft: { body: null, version: 5 } } as unknown as ReturnSheet

  it('of this device holds unless the unit has a newer one', () => {
    expect(startOf(sheet(4), own())).toMatchObject({ content: { texts: own().texts }, keeping: 'device' })
    expect(startOf(sheet(5), own())).toMatchObject({ version: 4, keeping: 'conflict' })
    expect(startOf(sheet(1), own({ version: 0 })).keeping).toBe('conflict')
    expect(startOf(sent, own())).toMatchObject({ keeping: 'device', version: 5 })
    expect(startOf(sent, null).keeping).toBe('nothing')
  })

  it('is kept for words without a cell too', () => {
    const words: readonly Partial<Content>[] = [
      { reasons: { 'surge p1 invest-ytd': '设备到货' } },
      { reason: '核减' },
      { same: '冬季停工' },
    ]
    for (const part of words) {
      const kept = own({ texts: {}, ...part })
      expect(startOf(sheet(), { ...kept, version: 0 })).toMatchObject({ content: part, keeping: 'device' })
      expect(startOf(sheet(5), kept).keeping).toBe('conflict')
    }
  })

  it('that the server has is not asked about by a sheet of before', () => {
    const kept = own({ version: 6, synced: true })
    expect(startOf(sheet(5), kept)).toMatchObject({
      content: { texts: own().texts },
      version: 6,
      keeping: 'server',
    })
  })

  it('that the server had follows the unit without a question', () => {
    expect(startOf(sheet(5), own({ synced: true }))).toMatchObject({
      content: { texts: { new: { progress: '封顶' } } },
      version: 5,
      keeping: 'server',
    })
    expect(startOf(sent, own({ synced: true })).keeping).toBe('nothing')
  })

  it('that comes back from the server is its own, also where the answer was lost', () => {
    const same = { texts: { new: { progress: '封顶' } } }
    expect(meetingOf(own(), sheet(4))).toBe('known')
    expect(meetingOf(own(same), sheet(5))).toBe('own')
    expect(meetingOf(own(), sheet(5), { ...EMPTY, ...same })).toBe('part')
    expect(meetingOf(own({ synced: true }), sheet(5))).toBe('follow')
    expect(meetingOf(own(), sent)).toBe('gone')
    expect(meetingOf(own(), sheet(5), own())).toBe('conflict')
  })

  it('differs by what is written in it, not by empty rows, blank reasons or their order', () => {
    const a = { ...EMPTY, texts: { b: { x: '1' }, a: { y: '2', x: '3' } }, reasons: { k: ' ' } }
    const b = { ...EMPTY, texts: { c: {}, a: { x: '3', y: '2' }, b: { x: '1' } } }
    expect(isAlike(a, b)).toBe(true)
    expect(isAlike(a, { ...b, reason: '核减' })).toBe(false)
    expect(isAlike(a, { ...b, texts: { ...b.texts, b: { x: '' } } })).toBe(false)
  })

  it('is set beside another where they differ: cells, reasons of warnings, and why figures change', () => {
    const mine = { ...EMPTY, texts: { p: { x: '1', y: '5' } }, reasons: { 'surge p x': '到货' }, reason: ' ' }
    const theirs = { ...EMPTY, texts: { p: { x: '2', y: '5' }, q: { x: '' } }, reason: '核减' }
    expect(differencesOf(mine, theirs, ['p', 'q'], ['x', 'y'])).toEqual([
      { of: 'cell', project: 'p', field: 'x', mine: '1', theirs: '2' },
      { of: 'reason', project: 'p', field: 'x', mine: '到货', theirs: '' },
      { of: 'correcting', mine: ' ', theirs: '核减' },
    ])
  })
})

describe('an answer to a submission', () => {
  it('says why it is waited for', () => {
    const why = (code: string, status: number) => whyOf(new ApiFault(code, '', '', status))
    expect(why(NETWORK, 0)).toBe('network')
    expect(why(NETWORK, 502)).toBe('server')
    expect(why('x', 500)).toBe('server')
    expect(why('x', 499)).toBeUndefined()
    expect(why('x', 429)).toBe('server')
    expect(why('session.none', 401)).toBe('session')
    expect(whyOf(new TypeError())).toBe('network')
  })

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
