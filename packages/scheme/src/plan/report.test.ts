import { expect, test } from 'vitest'
import { faults, faultsOf, floor, stretch, target } from './testing.ts'

const WRONG = {
  targets: [target('t', 'invest-ytd', `${floor('value', '2亿元')}, ${stretch('value', '1亿元')}`)],
}
const known = (of: string) => ({ ...WRONG, acknowledged: [`- { ${of}, reading: 读法, readingEn: ours }`] })

test('the small plan has no faults', () => expect(faults({})).toEqual([]))

test('a fault names its place, its parties and both languages, and is a warning', () => {
  const [one] = faultsOf(WRONG)
  expect(one).toMatchObject({
    file: 'small.yaml',
    code: 'target.order',
    severity: 'warning',
    zh: '确保2亿元高于力争1亿元',
    en: 'the floor 2亿元 exceeds the stretch 1亿元',
    message: '确保2亿元高于力争1亿元 the floor 2亿元 exceeds the stretch 1亿元',
    mendZh: '确保值不高于力争值',
    mendEn: 'Let the floor (确保) not exceed the stretch (力争).',
    between: [{ kind: 'target', id: 't', name: 't', nameEn: 't', covers: [] }],
  })
  expect(one?.line).toBeGreaterThan(15)
})

test.each(['finding: target.order', 'finding: target.order, items: [t]'])('%s makes it a note', of => {
  expect(faultsOf(known(of))).toMatchObject([
    { severity: 'note', acknowledged: { reading: '读法', readingEn: 'ours' } },
  ])
})

test.each(['finding: target.parts-sum', 'finding: target.order, items: [invest]', 'finding: nonsense'])(
  '%s acknowledges nothing, which is a fault of its own',
  of => {
    const found = faultsOf(known(of)).map(one => [one.code, one.severity])
    expect(found).toEqual([
      ['target.order', 'warning'],
      ['acknowledged.nothing', 'warning'],
    ])
  },
)

test('a reading of the item silences nothing', () => {
  const read = WRONG.targets.map(line =>
    line.replace(' }', ' }').replace('scope: {}', 'scope: {}, reading: 读, readingEn: read'),
  )
  expect(faults({ targets: read })).toEqual(['target.order t'])
})
