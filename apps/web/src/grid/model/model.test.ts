import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClipboard } from '../paste/clipboard.ts'
import { planPaste } from '../paste/plan.ts'
import { COLUMNS, gridOf, ROWS, WAN } from '../testing/grid.ts'
import { figureOf, stateOf } from './cell.ts'
import { readCell } from './read-cell.ts'
import { type GridAction, reduceGrid } from './reduce.ts'
import { type GridState, sifted } from './state.ts'

const run = (actions: readonly GridAction[], from = gridOf()) => actions.reduce(reduceGrid, from)
const type = (project: string, field: string, text: string): GridAction => ({
  do: 'type',
  project,
  field,
  text,
})
const undone = (state: GridState): GridState =>
  state.past.length === 0 ? state : undone(reduceGrid(state, { do: 'undo' }))

describe('a cell as it is typed', () => {
  it.each([
    ['money', '1.2亿', 12_000_000_000],
    ['money', '3,400', 3_400_000_000],
    ['money', '-0.5', -500_000],
    ['money', '0', 0],
    ['money', '—', null],
    ['money', '/', null],
    ['money', '（3.2）', 'bracketed'],
    ['money', '约3千万', 'not-money'],
    ['money', '#REF!', 'error-value'],
    ['money', '####', 'error-value'],
    ['money', '99999999999', 'too-large'],
    ['integer', '12', 12],
    ['integer', '1.5', 'not-whole'],
    ['rate', '12.50％', '12.5%'],
    ['rate', '100%', '100%'],
    ['rate', '0.853', 'no-percent'],
    ['rate', '多', 'not-a-rate'],
    ['day', '5月31日', '2023-05-31'],
    ['day', '2023.5.31', '2023-05-31'],
    ['day', '2023年5月', '2023-05-31'],
    ['day', '2023.1', 'ambiguous-day'],
    ['day', '2月30日', 'not-a-day'],
    ['stage', '在建', 'started'],
    ['stage', '快了', 'unknown-stage'],
    ['text', '无', '无'],
    ['text', '/', null],
    ['text', '长'.repeat(2000), '长'.repeat(2000)],
    ['text', '长'.repeat(2001), 'too-long'],
  ] as const)('%s %s', (kind, text, expected) => {
    const read = readCell(kind, text, { money: WAN, year: 2023 })
    expect('doubt' in read ? read.doubt : read.value).toEqual(expected)
  })
})

describe('the grid', () => {
  it('knows what stood there, what was typed, and what is no figure', () => {
    const state = run([type('water', 'invest-ytd', '8,100'), type('park', 'workers', '几个')])
    const [water, , park] = ROWS
    if (!water || !park) throw new Error('no rows')
    expect(state.typed.water?.['invest-ytd']).toEqual({ text: '8,100', by: 'typed', value: 8_100_000_000 })
    expect(stateOf(state.typed.park?.workers)).toBe('bad')
    expect(stateOf(state.typed.water?.stage)).toBe('untouched')
    expect(figureOf(water, 'invest-ytd', undefined)).toBe(8_000_000_000)
    expect(figureOf(park, 'workers', state.typed.park?.workers)).toBeNull()
  })

  it('is untouched again when the figure that stood there is typed', () => {
    expect(run([type('water', 'invest-ytd', '1'), type('water', 'invest-ytd', '8000.00')]).typed).toEqual({})
  })

  it('takes a standing figure back by Delete, and forgets what was only typed', () => {
    const state = run([
      type('park', 'workers', '3'),
      { do: 'go', to: { row: 0, column: 0 } },
      { do: 'clear' },
    ])
    expect(state.typed.water?.['invest-ytd']).toEqual({ text: '', by: 'typed', value: null })
    const place = { row: 2, column: 5 }
    expect(run([{ do: 'go', to: place }, { do: 'clear' }], state).typed.park).toBeUndefined()
  })

  it('fills the first row of a range down, and the row above into a single row', () => {
    const range: GridAction[] = [
      { do: 'go', to: { row: 0, column: 0 } },
      { do: 'go', to: { row: 2, column: 0 }, extend: true },
    ]
    const down = run([...range, { do: 'fill' }])
    expect(down.typed.park?.['invest-ytd']?.value).toBe(8_000_000_000)
    expect(down.typed.water).toBeUndefined()
    const one = run([{ do: 'go', to: { row: 1, column: 0 } }, { do: 'fill' }])
    expect(Object.keys(one.typed)).toEqual(['steel'])
  })

  it('stays inside its edges', () => {
    expect(run([{ do: 'move', down: -1, right: -1 }]).at).toEqual({ row: 0, column: 0 })
    expect(run([{ do: 'move', down: 99, right: 99 }]).at).toEqual({ row: 2, column: 6 })
  })

  it('keeps what is typed when the server knows more', () => {
    const state = run([type('park', 'workers', '3'), { do: 'know', columns: COLUMNS, rows: ROWS.slice(1) }])
    expect(state.typed.park?.workers?.value).toBe(3)
    expect(state.view).toEqual([0, 1])
  })
})

const place = fc.record({ row: fc.integer({ min: 0, max: 3 }), column: fc.integer({ min: 0, max: 7 }) })
const text = fc.constantFrom('', '0', '12', '1.2亿', '在建', '5月31日', '50%', '—', '约', '8000')
const action: fc.Arbitrary<GridAction> = fc.oneof(
  fc.record({ do: fc.constant('go' as const), to: place, extend: fc.boolean() }),
  fc.record({
    do: fc.constant('type' as const),
    project: fc.constantFrom('water', 'steel', 'park'),
    field: fc.constantFrom(...COLUMNS.map(column => column.id)),
    text,
  }),
  fc.constantFrom<GridAction>({ do: 'clear' }, { do: 'fill' }, { do: 'undo' }, { do: 'redo' }, { do: 'all' }),
)
const paste = fc
  .array(fc.array(text, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map(rows => rows.map(row => row.join('\t')).join('\n'))
const pasted = (state: GridState, given: string) => {
  const block = readClipboard({ html: '', text: given })
  return block ? reduceGrid(state, { do: 'put', cells: planPaste(block, state).cells }) : state
}

describe('undo', () => {
  it('gives back the start after any sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(action, paste), { maxLength: 30 }), steps => {
        const end = steps.reduce(
          (state, step) => (typeof step === 'string' ? pasted(state, step) : reduceGrid(state, step)),
          gridOf(),
        )
        expect(undone(end).typed).toEqual({})
      }),
    )
  })

  it('takes one key for a whole paste, and redo brings it back', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 10 }), paste, (actions, given) => {
        const before = run(actions)
        const after = pasted(before, given)
        if (after === before) return
        const back = reduceGrid(after, { do: 'undo' })
        expect(back.typed).toEqual(before.typed)
        expect(reduceGrid(back, { do: 'redo' }).typed).toEqual(after.typed)
      }),
    )
  })
})

describe('rows that a filter wants', () => {
  const rows = Array.from({ length: 5 }, (_, place) => ({ id: `${place}`, name: '', cells: {} }))
  const five = { ...gridOf(), rows, view: [0, 1, 2, 3, 4] }
  const shown = run([{ do: 'show', filter: 'findings', view: [1, 3, 4] }], five)
  const sift = (state: GridState, wanted: readonly number[]) =>
    reduceGrid(state, { do: 'sift', view: sifted(state, wanted) })

  it('are the same view where nothing has changed', () => {
    expect(sifted(shown, [1, 3, 4])).toBe(shown.view)
  })

  it('keep the row under the cursor until one has gone on', () => {
    const mended = sift(shown, [3, 4])
    expect([mended.view, mended.at.row]).toEqual([[1, 3, 4], 0])
    const on = sift(reduceGrid(mended, { do: 'move', down: 1, right: 0 }), [3, 4])
    expect([on.view, on.at.row, on.filter]).toEqual([[3, 4], 0, 'findings'])
  })

  it('keep a range as it is, and take in what is found anew', () => {
    const range = run([{ do: 'move', down: 1, right: 0, extend: true }], shown)
    const sifting = sift(range, [2, 4])
    expect([sifting.view, sifting.anchor.row, sifting.at.row]).toEqual([[1, 2, 3, 4], 0, 2])
  })

  it('may be none, and come back', () => {
    const none = sift(run([{ do: 'show', filter: 'findings', view: [] }], five), [])
    expect(none.view).toEqual([])
    expect(sift(none, [2]).view).toEqual([2])
  })
})
