import { UPLOAD_LIMIT_MB } from '@guatu/contract'
import { isStorable, ok, type Result } from '@guatu/kernel'
import type { FastifyRequest } from 'fastify'
import type { UploadedFile } from './call.ts'
import { type Failure, refuse } from './failure.ts'

/** Beside the file; what comes as fields is kept in memory until the request ends. Lengths in bytes. */
const FIELDS = { fields: 8, fieldSize: 1024, fieldNameSize: 100, headerPairs: 100, parts: 9 }

/** The one file of a multipart request, whole in memory: the limit is small and the reader needs all of it. */
export async function readUpload(request: FastifyRequest): Promise<Result<UploadedFile, Failure>> {
  if (!request.isMultipart()) return refuse('request.invalid', { place: 'body' })
  const part = await request.file({
    limits: { ...FIELDS, fileSize: UPLOAD_LIMIT_MB * 1024 * 1024, files: 1 },
  })
  if (!part) return refuse('request.invalid', { place: 'body.file' })
  try {
    return ok({ name: fileName(part.filename), bytes: await part.toBuffer() })
  } catch (error) {
    if (part.file.truncated) return refuse('request.too-large', { limit: UPLOAD_LIMIT_MB })
    throw error
  }
}

/** Its last part only, as a list can show it. */
function fileName(given: string | undefined): string {
  const name = (given ?? '').replace(/^.*[\\/]/, '').slice(0, 200)
  return name !== '' && isStorable(name) ? name : 'file'
}
