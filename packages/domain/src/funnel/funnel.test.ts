import { describe, expect, it } from 'vitest'
import { tried } from '../testing/case.ts'
import { sampleWith } from '../testing/scheme.ts'

const SCHEME = sampleWith(`
funnels:
  - id: attraction
    name: 招商
    nameEn: Attraction
    of: deals
    stages:
      - { id: signed, name: 签约, nameEn: Signed }
      - { id: landed, name: 落地, nameEn: Landed }
      - { id: started, name: 开工, nameEn: Started }
    rates:
      - { id: landing, name: 落地率, nameEn: Landing, from: signed, to: landed, by: count, atLeast: 50%, due: year-end }
      - { id: fulfilled, name: 履约额, nameEn: Fulfilled, from: signed, to: landed, by: amount }
      - { id: arrival, name: 到位率, nameEn: Arrival, from: signed, to: signed, by: arrived, atLeast: 40%, due: 06-30 }
    groups: [{ id: steel, name: 钢, nameEn: Steel }, { id: food, name: 食品, nameEn: Food }]
    goals:
      - { stage: signed, atLeast: 3个, due: 06-30 }
      - { stage: signed, atLeast: 10亿元, due: year-end }
      - { stage: landed, atLeast: 1个, due: 06-30, each: true }
    stalls: [{ stage: signed, longerThan: { months: 2 } }]
  - id: pipeline
    name: 五个一批
    nameEn: Pipeline
    of: projects
    stages:
      - { id: stored, name: 储备, nameEn: Stored, projects: [plan, reserve] }
      - { id: early, name: 前期, nameEn: Early, projects: [prepare] }
      - { id: working, name: 在建, nameEn: Working, projects: [started, paused] }
    rates: [{ id: conversion, name: 转化率, nameEn: Conversion, from: stored, to: early, by: count, atLeast: 40%, due: year-end }]
`)
const deals = (asOf: string, about: string, expected: string, of: readonly string[]) =>
  tried(
    SCHEME,
    `asOf: ${asOf}\nfunnel: attraction\nabout: ${about}\nrecords: { deals: [${of.join(', ')}] }\nexpect: ${expected}`,
  )
const deal = (reached: string, rest = '') => `{ reached: { ${reached} }, amount: 4亿元${rest} }`
const SIGNED = deal('signed: 2023-04-01')
const LANDED = deal('signed: 2023-04-01, landed: 2023-05-01', ', group: steel')

describe('a funnel of deals', () => {
  it.each([
    ['signed', '{ reached: 3, standing: 2, reachedAmount: 12亿元, standingAmount: 8亿元 }'],
    ['landed', '{ reached: 1, standing: 1 }'],
    ['started', '{ reached: 0, standing: 0 }'],
  ])('counts what stands in %s and what has been there: %s', (stage, expected) =>
    expect(deals('2023-06-30', stage, expected, [SIGNED, SIGNED, LANDED])).toMatchObject({ holds: true }),
  )

  it.each([
    [[LANDED, SIGNED], '{ value: 1/2, state: met }'],
    [[LANDED, SIGNED, SIGNED], '{ value: 1/3, state: open }'],
    [[], '{ value: 0/0, state: none }'],
  ])('lands %#: %s', (of, expected) =>
    expect(deals('2023-06-30', 'landing', expected, of)).toMatchObject({ holds: true }),
  )

  it.each([
    ['1.6亿元', '2023-06-30', 'met'],
    ['159999999.99元', '2023-06-30', 'open'],
    ['159999999.99元', '2023-07-01', 'short'],
  ])('of funds arrived %s of 4亿元 on %s: %s', (arrived, asOf, state) =>
    expect(
      deals(asOf, 'arrival', `{ state: ${state} }`, [deal('signed: 2023-04-01', `, arrived: ${arrived}`)]),
    ).toMatchObject({ holds: true }),
  )

  it('sums amounts for a rate by amount, and counts a given-up deal for what it reached only', () => {
    const lost = deal('signed: 2023-04-01', ', lost: 2023-05-01')
    expect(deals('2023-06-30', 'fulfilled', '{ value: 50% }', [LANDED, lost])).toMatchObject({ holds: true })
    expect(deals('2023-06-30', 'signed', '{ standing: 0, reached: 1 }', [lost])).toMatchObject({
      holds: true,
    })
    expect(deals('2023-04-30', 'signed', '{ standing: 1 }', [lost])).toMatchObject({ holds: true })
  })

  it.each([
    [3, '2023-07-01', 'met'],
    [2, '2023-06-30', 'open'],
    [2, '2023-07-01', 'short'],
  ])('%i of 3 signed on %s: %s', (count, asOf, state) =>
    expect(
      deals(asOf, 'goal:signed', `{ value: ${count}, state: ${state} }`, Array(count).fill(SIGNED)),
    ).toMatchObject({ holds: true }),
  )

  it('does not count for a goal what got there after its day', () =>
    expect(
      deals('2023-08-01', 'goal:signed', '{ value: 2, state: short }', [
        SIGNED,
        SIGNED,
        deal('signed: 2023-07-01'),
      ]),
    ).toMatchObject({ holds: true }))

  it('asks each group for its own', () => {
    expect(deals('2023-07-01', 'goal:landed/steel', '{ state: met }', [LANDED])).toMatchObject({
      holds: true,
    })
    expect(deals('2023-07-01', 'goal:landed/food', '{ state: short }', [LANDED])).toMatchObject({
      holds: true,
    })
  })

  it.each([
    ['2023-06-01', '[]'],
    ['2023-06-02', '[d0]'],
  ])('tells what stands longer than two months from 1 April: on %s %s', (asOf, stalled) =>
    expect(
      tried(
        SCHEME,
        `asOf: ${asOf}\nfunnel: attraction\nrecords: { deals: [${SIGNED}, ${LANDED}] }\nexpect: { stalled: ${stalled} }`,
      ),
    ).toMatchObject({ holds: true }),
  )
})

describe('a pipeline of projects', () => {
  const of = (...stages: string[]) =>
    stages
      .map(stage => `{ list: key, totalInvest: 1亿元, returns: { 2023-05: { stage: ${stage} } } }`)
      .join(', ')
  const run = (about: string, expected: string, ...stages: string[]) =>
    tried(
      SCHEME,
      `asOf: 2023-06-30\nfunnel: pipeline\nabout: ${about}\nprojects: [${of(...stages)}]\nexpect: ${expected}`,
    )

  it('takes each where its stage stands, and leaves out those that withdrew', () => {
    const all = ['plan', 'reserve', 'prepare', 'paused', 'withdrawn', 'operating']
    expect(run('stored', '{ standing: 2, reached: 4, reachedAmount: 4亿元 }', ...all)).toMatchObject({
      holds: true,
    })
    expect(run('working', '{ standing: 1 }', ...all)).toMatchObject({ holds: true })
  })

  it.each([
    [['prepare', 'prepare', 'plan', 'plan', 'plan'], '{ value: 2/5, state: met }'],
    [['prepare', 'plan', 'plan'], '{ value: 1/3, state: open }'],
  ])('converts %j: %s', (stages, expected) =>
    expect(run('conversion', expected, ...stages)).toMatchObject({ holds: true }),
  )
})
