import { describe, expect, it } from 'vitest'
import { unitTree } from '../person/index.ts'
import {
  type CorrectionActor,
  type CorrectionFact,
  decideCorrection,
  proposeCorrection,
} from './correction.ts'
import { correctionNote } from './note.ts'

const TREE = unitTree([
  { id: 'office' },
  { id: 'bureau', parent: 'office' },
  { id: 'town', parent: 'bureau' },
  { id: 'water', parent: 'office' },
])
const post = (role: string, unit: string, person: string, head?: boolean): CorrectionActor => ({
  role,
  unit,
  person,
  ...(head !== undefined && { head }),
})
const LI = post('reporter', 'town', 'li')
const ROW = {
  project: 'a',
  period: '2023-05',
  figures: { 'invest-ytd': 90, stage: 'started' },
  before: { 'invest-ytd': 100, stage: 'started' },
}
const PROPOSAL = { id: 'c1', unit: 'town', corrects: '2023-05', rows: [ROW], reason: '核减' }
const shut = (period: string) => (period.startsWith('2023-05') ? '2023-05' : undefined)
const PROPOSED: CorrectionFact = {
  ...PROPOSAL,
  rows: [{ ...ROW, figures: { 'invest-ytd': 90 } }],
  state: 'proposed',
  proposedBy: 'li',
}
const propose = (changes: Partial<typeof PROPOSAL>, actor = LI) => {
  const proposed = proposeCorrection({ ...PROPOSAL, ...changes }, actor, shut, TREE)
  return proposed.ok ? proposed.value : proposed.error.code
}
const decide = (actor: CorrectionActor, approve = true, answer?: string, of = PROPOSED) => {
  const decided = decideCorrection(of, actor, { approve, answer }, TREE)
  return decided.ok ? decided.value.next.state : decided.error.code
}

describe('a correction is proposed', () => {
  it('with what changes only', () => {
    expect(propose({})).toEqual(PROPOSED)
    expect(propose({}, post('dispatcher', 'office', 'wang'))).toEqual({ ...PROPOSED, proposedBy: 'wang' })
  })

  it.each<[string, Partial<typeof PROPOSAL>, CorrectionActor, string]>([
    ['by the unit above', {}, post('reporter', 'bureau', 'zhao'), 'correction.not-yours'],
    ['by another unit', {}, post('reporter', 'water', 'zhao'), 'correction.not-yours'],
    ['by a leader', {}, post('leader', 'office', 'zhao'), 'correction.not-yours'],
    ['without a reason', { reason: ' ' }, LI, 'correction.reason-missing'],
    ['without rows', { rows: [] }, LI, 'correction.empty'],
    ['that changes nothing', { rows: [{ ...ROW, figures: { ...ROW.before } }] }, LI, 'correction.empty'],
    ['of a period that is open', { rows: [{ ...ROW, period: '2023-06' }] }, LI, 'correction.not-closed'],
    ['of another closing', { corrects: '2023-04' }, LI, 'correction.not-closed'],
  ])('not %s', (_, changes, actor, code) => {
    expect(propose(changes, actor)).toBe(code)
  })
})

describe('a correction is decided', () => {
  it.each<[string, CorrectionActor, string]>([
    ['a dispatcher', post('dispatcher', 'office', 'wang'), 'approved'],
    ['the head of the unit', post('reporter', 'town', 'sun', true), 'approved'],
    ['the head of the bureau above', post('reporter', 'bureau', 'zhao', true), 'approved'],
    ['a leader above', post('leader', 'office', 'qian'), 'approved'],
    ['another reporter of the unit', post('reporter', 'town', 'sun'), 'correction.not-yours'],
    ['the head of another unit', post('reporter', 'water', 'zhou', true), 'correction.not-yours'],
    ['a leader elsewhere', post('leader', 'water', 'wu'), 'correction.not-yours'],
    ['an inspector', post('inspector', 'office', 'zheng'), 'correction.not-yours'],
    ['who proposed it, though head', post('reporter', 'town', 'li', true), 'correction.own'],
    ['who proposed it, as dispatcher', post('dispatcher', 'office', 'li'), 'correction.own'],
  ])('by %s', (_, actor, expected) => {
    expect(decide(actor)).toBe(expected)
  })

  const wang = post('dispatcher', 'office', 'wang')
  it('against it with a reason, and once', () => {
    expect(decide(wang, false)).toBe('correction.reason-missing')
    expect(decide(wang, false, ' ')).toBe('correction.reason-missing')
    expect(decide(wang, false, '无佐证')).toBe('refused')
    expect(decide(wang, true, undefined, { ...PROPOSED, state: 'refused' })).toBe('correction.wrong-state')
    expect(decide(wang, true, undefined, { ...PROPOSED, state: 'approved' })).toBe('correction.wrong-state')
  })

  it('and then written with its reason; a refused one writes nothing', () => {
    expect(decideCorrection(PROPOSED, wang, { approve: true }, TREE)).toMatchObject({
      value: {
        next: { decidedBy: 'wang' },
        entries: [
          {
            subject: { kind: 'project', project: 'a' },
            period: '2023-05',
            figures: { 'invest-ytd': 90 },
            reason: '核减',
          },
        ],
      },
    })
    expect(decideCorrection(PROPOSED, wang, { approve: false, answer: '无佐证' }, TREE)).toMatchObject({
      value: { next: { answer: '无佐证' }, entries: [] },
    })
  })
})

it('the next bulletin tells what was approved since the last closing, before and after', () => {
  const approved: CorrectionFact = { ...PROPOSED, state: 'approved', decidedBy: 'wang' }
  const later = { ...approved, id: 'c2', rows: [{ ...ROW, figures: { stage: null }, before: {} }] }
  const all = [
    { correction: later, seq: 12 },
    { correction: approved, seq: 11 },
    { correction: PROPOSED, seq: 11 },
  ]
  const line = { corrects: '2023-05', unit: 'town', project: 'a', period: '2023-05', reason: '核减' }
  expect(correctionNote(all, 10, 12)).toEqual([
    { ...line, correction: 'c1', field: 'invest-ytd', before: 100, after: 90 },
    { ...line, correction: 'c2', field: 'stage', before: null, after: null },
  ])
  expect(correctionNote(all, 11, 12).map(one => one.correction)).toEqual(['c2'])
  expect(correctionNote(all, 10, 11).map(one => one.correction)).toEqual(['c1'])
})
