import { describe, expect, it } from 'vitest'
import { handOver } from './hand-over.ts'
import type { PostFact } from './post.ts'
import { mayKeepPost, mayList, mayReset } from './rights.ts'
import { unitsAbove, unitTree } from './units.ts'

/** county over housing and water; housing over works. */
const tree = unitTree([
  { id: 'county' },
  { id: 'housing', parent: 'county' },
  { id: 'water', parent: 'county' },
  { id: 'works', parent: 'housing' },
])
const post = (person: string, unit: string, role: string, head = false): PostFact => ({
  id: `${person}@${unit}`,
  person,
  unit,
  role,
  head,
})

const ACTORS = {
  dispatcher: post('dispatcher', 'county', 'dispatcher'),
  administrator: post('administrator', 'county', 'administrator'),
  'head of county': post('mayor', 'county', 'leader', true),
  'head of housing': post('chief', 'housing', 'reporter', true),
  'head of works': post('foreman', 'works', 'reporter', true),
  reporter: post('clerk', 'housing', 'reporter'),
  leader: post('backer', 'county', 'leader'),
  inspector: post('inspector', 'county', 'inspector'),
}
const TARGETS: Readonly<Record<string, readonly PostFact[]>> = {
  'clerk of works': [post('t1', 'works', 'reporter')],
  'head of works': [post('foreman', 'works', 'reporter', true)],
  'clerk of housing': [post('t2', 'housing', 'reporter')],
  'second head of housing': [post('t3', 'housing', 'reporter', true)],
  'clerk of water': [post('t4', 'water', 'reporter')],
  'clerk of housing and water': [post('t5', 'housing', 'reporter'), post('t5', 'water', 'reporter')],
  'dispatcher of housing': [post('t6', 'housing', 'dispatcher')],
  'administrator of housing': [post('t7', 'housing', 'administrator')],
  'leader of county': [post('t8', 'county', 'leader')],
  'without post': [],
}

/** Whom each may give a new password, typed by hand from the rule. */
const RESETS: Readonly<Record<keyof typeof ACTORS, readonly string[]>> = {
  dispatcher: Object.keys(TARGETS),
  administrator: Object.keys(TARGETS),
  'head of county': [
    'clerk of works',
    'head of works',
    'clerk of housing',
    'second head of housing',
    'clerk of water',
    'clerk of housing and water',
    'dispatcher of housing',
    'leader of county',
  ],
  'head of housing': ['clerk of works', 'head of works', 'clerk of housing', 'dispatcher of housing'],
  'head of works': ['clerk of works'],
  reporter: [],
  leader: [],
  inspector: [],
}

const cases = Object.entries(ACTORS).flatMap(([actor, held]) =>
  Object.entries(TARGETS).map(([target, posts]) => [actor, target, held, posts] as const),
)

describe('a password is reset', () => {
  it.each(cases)('by the %s for the %s', (actor, target, held, posts) => {
    const person = posts[0]?.person ?? 'nobody'
    const allowed = RESETS[actor as keyof typeof ACTORS].includes(target)
    expect(mayReset({ actor: held, person, posts, tree })).toBe(allowed)
  })

  it.each(Object.entries(ACTORS))('by the %s never for oneself', (_, actor) => {
    expect(mayReset({ actor, person: actor.person, posts: [actor], tree })).toBe(false)
  })
})

it.each([
  ['dispatcher', 'dispatcher reporter leader inspector'],
  ['administrator', 'dispatcher reporter leader inspector administrator'],
  ['reporter', ''],
  ['leader', ''],
  ['inspector', ''],
])('the %s keeps the posts of: %s', (actor, kept) => {
  const roles = ['dispatcher', 'reporter', 'leader', 'inspector', 'administrator']
  expect(roles.filter(role => mayKeepPost({ role: actor }, role))).toEqual(kept ? kept.split(' ') : [])
})

it('a head lists the own unit and below, others themselves only', () => {
  const seen = (actor: PostFact) =>
    Object.entries(TARGETS).flatMap(([target, posts]) =>
      mayList({ actor, person: posts[0]?.person ?? 'nobody', posts, tree }) ? [target] : [],
    )
  expect(seen(ACTORS['head of works'])).toEqual(['clerk of works', 'head of works'])
  expect(seen(ACTORS.reporter)).toEqual([])
  expect(seen(ACTORS.administrator)).toEqual(Object.keys(TARGETS))
  const own = ACTORS.reporter
  expect(mayList({ actor: own, person: own.person, posts: [own], tree })).toBe(true)
})

it('a circle of units has an end', () => {
  const circle = unitTree([
    { id: 'a', parent: 'b' },
    { id: 'b', parent: 'a' },
  ])
  expect(unitsAbove(circle, 'a')).toEqual(['a', 'b'])
})

describe('a hand-over', () => {
  const day = '2020-05-31'
  const newId = (one: PostFact) => `new-${one.id}`

  it('ends each post of the leaver and gives the successor one like it', () => {
    const posts = [
      post('li', 'housing', 'reporter', true),
      post('li', 'water', 'reporter'),
      post('wang', 'water', 'reporter'),
      post('zhao', 'works', 'reporter'),
    ]
    const writes = handOver({ from: 'li', to: 'wang', day, posts, newId })
    expect(writes).toEqual({
      ok: true,
      value: [
        {
          word: 'post',
          subject: 'li@housing',
          effectiveFrom: day,
          removed: true,
          body: { person: 'li', unit: 'housing', role: 'reporter', head: true },
        },
        {
          word: 'post',
          subject: 'new-li@housing',
          effectiveFrom: day,
          body: { person: 'wang', unit: 'housing', role: 'reporter', head: true },
        },
        {
          word: 'post',
          subject: 'li@water',
          effectiveFrom: day,
          removed: true,
          body: { person: 'li', unit: 'water', role: 'reporter', head: false },
        },
      ],
    })
  })

  it('is refused to oneself and from one without posts', () => {
    const posts = [post('li', 'housing', 'reporter')]
    const asked = { day, posts, newId }
    expect(handOver({ ...asked, from: 'li', to: 'li' })).toMatchObject({
      error: { code: 'person.self-successor' },
    })
    expect(handOver({ ...asked, from: 'wang', to: 'li' })).toMatchObject({
      error: { code: 'person.no-posts' },
    })
  })
})
