import { z } from 'zod'
import { scheme } from './language/scheme.ts'

/** JSON Schema of a scheme.yaml, for editors that complete and check while one types. */
export const exportJsonSchema = (): Record<string, unknown> => z.toJSONSchema(scheme, { io: 'input' })
