import { COMMON_FIELDS } from '@guatu/domain'
import { RETURN_FIGURES } from '@guatu/scheme'
import { expect, test } from 'vitest'

test('the language and the facts know the same figures of a return', () => {
  const types = Object.fromEntries(Object.entries(COMMON_FIELDS).map(([id, field]) => [id, field.type]))
  expect(RETURN_FIGURES).toEqual(types)
})
