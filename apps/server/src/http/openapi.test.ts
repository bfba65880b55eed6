import { ERRORS, type Route, routes } from '@guatu/contract'
import { expect, test } from 'vitest'
import { openApi } from './openapi.ts'

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly requestBody?: object
  readonly responses: Readonly<Record<string, object>>
}
const { openapi, paths } = JSON.parse(JSON.stringify(openApi('1'))) as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
}

test('describes every route once, as OpenAPI 3.1', () => {
  expect(openapi).toBe('3.1.0')
  const named = Object.values(paths).flatMap(path => Object.values(path).map(one => one.operationId))
  expect(named.sort()).toEqual(Object.keys(routes).sort())
})

test.each(Object.entries<Route>(routes))('%s with its parameters, body and failures', (_, route) => {
  const path = route.path.replace(/:(\w+)/g, '{$1}')
  const operation = paths[path]?.[route.method.toLowerCase()]
  const inPath = operation?.parameters.filter(one => one.in === 'path').map(one => one.name)
  expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]))
  expect(operation?.requestBody !== undefined).toBe(route.body !== undefined || route.takes === 'file')
  expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(['200', '400']))
  const refusesStrangers = !route.open || route.errors.some(code => ERRORS[code].status === 401)
  expect('401' in (operation?.responses ?? {})).toBe(refusesStrangers)
})

test('tells required from optional', () => {
  const query = paths['/api/why/light']?.get?.parameters.map(one => [one.name, one.required])
  expect(query).toEqual([
    ['asOf', false],
    ['knownAt', false],
    ['progress', false],
    ['project', true],
    ['list', true],
    ['rule', true],
  ])
})
