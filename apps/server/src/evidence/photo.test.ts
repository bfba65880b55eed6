import { expect, test } from 'vitest'
import { photoType } from './photo.ts'

const text = (value: string) => new TextEncoder().encode(value)

test.each([
  ['a jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  ['a png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
  ['a webp', text('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
  ['a sound in the same wrapping', text('RIFF\0\0\0\0WAVEfmt '), undefined],
  ['a page', text('<html>'), undefined],
  ['two bytes of a jpeg', new Uint8Array([0xff, 0xd8]), undefined],
  ['nothing', new Uint8Array(), undefined],
])('%s', (_, bytes, type) => {
  expect(photoType(bytes)).toBe(type)
})
