import { randomUUID } from 'node:crypto'
import { UPLOAD_LIMIT_MB } from '@guatu/contract'
import type { FastifyError, FastifyInstance } from 'fastify'
import { brokenBody, errorBodyOf, type Failure, statusOf } from './failure.ts'

/** What the frame itself refuses, and what nobody foresaw. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const failure = foreseen(error)
    if (failure) return reply.status(statusOf(failure)).send(errorBodyOf(failure))
    const id = randomUUID().slice(0, 8)
    request.log.error({ err: error, id }, 'call failed')
    return reply.status(500).send(brokenBody(id))
  })
}

function foreseen(error: FastifyError): Failure | undefined {
  if (error.statusCode === 413) return { code: 'request.too-large', params: { limit: UPLOAD_LIMIT_MB } }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return { code: 'request.invalid', params: { place: 'body' } }
  return undefined
}
