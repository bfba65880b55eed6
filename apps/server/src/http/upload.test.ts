import multipart from '@fastify/multipart'
import { UPLOAD_LIMIT_MB } from '@guatu/contract'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerErrors } from './errors.ts'
import { readUpload } from './upload.ts'

const server = fastify()
let url: string
beforeAll(async () => {
  await server.register(multipart)
  answerErrors(server)
  server.post('/', async (request, reply) => {
    const upload = await readUpload(request)
    if (!upload.ok) return reply.status(422).send(upload.error.code)
    return `${upload.value.name} ${upload.value.bytes.length}`
  })
  url = await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => server.close())

async function sent(fields: readonly string[], file: Uint8Array | undefined, name = 'a.bin') {
  const form = new FormData()
  for (const [index, value] of fields.entries()) form.append(`f${index}`, value)
  if (file) form.append('file', new File([file as BlobPart], name))
  const answer = await fetch(url, { method: 'POST', body: form })
  return { status: answer.status, text: await answer.text() }
}
const MB = 1024 * 1024
const few = new Uint8Array(3)

test.each([
  ['alone', [], few, 200, 'a.bin 3'],
  ['behind eight fields', Array(8).fill('x'), few, 200, 'a.bin 3'],
  ['at the limit', [], new Uint8Array(UPLOAD_LIMIT_MB * MB), 200, `a.bin ${UPLOAD_LIMIT_MB * MB}`],
  ['a byte over it', [], new Uint8Array(UPLOAD_LIMIT_MB * MB + 1), 422, 'request.too-large'],
  ['missing', ['x'], undefined, 422, 'request.invalid'],
])('a file %s', async (_, fields, file, status, text) => {
  expect(await sent(fields as string[], file)).toEqual({ status, text })
})

test('behind a ninth field is refused', async () => {
  expect((await sent(Array(9).fill('x'), few)).status).toBe(413)
})

test('behind fields that would fill the memory is taken without them', async () => {
  expect(await sent(Array(8).fill('x'.repeat(MB)), few)).toMatchObject({ status: 200 })
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\li\\封顶.jpg', '封顶.jpg'],
  ['..', 'file'],
  ['a\u0000b', 'file'],
])('a name %j is kept as %j', async (name, kept) => {
  expect((await sent([], few, name)).text).toBe(`${kept} 3`)
})
