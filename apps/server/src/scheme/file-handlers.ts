import type { routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import { clausePlaces } from '@guatu/scheme/citations'
import {
  addSchemeFile as keepFile,
  personNames,
  readScope,
  schemeBeside,
  schemeFileBytes,
  schemeFiles,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { schemeAt } from '../moment/scheme.ts'
import { clausesOfScheme } from './clauses.ts'
import { mediaTypeOf, TEXT, textOf } from './file-kind.ts'

type Routes = typeof routes

export const listSchemeFiles =
  (app: App): Handler<Routes['listSchemeFiles']> =>
  ({ session }) =>
    readScope(app.database, session.scope, async tx => {
      const names = await personNames(tx)
      const files = (await schemeFiles(tx)).map(
        ({ id, name, mediaType, size, sha256, addedBy, addedAt }) => ({
          id,
          name,
          readable: mediaType === TEXT,
          size,
          sha256,
          by: names.get(addedBy) ?? addedBy,
          at: addedAt,
        }),
      )
      return ok({ files })
    })

export const addSchemeFile =
  (app: App): Handler<Routes['addSchemeFile']> =>
  ({ file, session }) =>
    decide(app.database, session.scope, async tx => {
      const mediaType = mediaTypeOf(file)
      if (!mediaType) return refuse('scheme.file-kind')
      return ok({ id: await keepFile(tx, { ...file, mediaType }) })
    })

export const getSchemeFile =
  (app: App): Handler<Routes['getSchemeFile']> =>
  async ({ params, session }) => {
    const file = await readScope(app.database, session.scope, tx => schemeFileBytes(tx, params.id))
    return file
      ? ok({ bytes: file.bytes, fileName: file.name, mediaType: file.mediaType })
      : refuse('request.not-found')
  }

export const readSchemeFile =
  (app: App): Handler<Routes['readSchemeFile']> =>
  ({ params, session }) =>
    readScope(app.database, session.scope, async tx => {
      const file = await schemeFileBytes(tx, params.id)
      const text = file?.mediaType === TEXT ? textOf(file.bytes) : undefined
      if (!file || text === undefined) return refuse('request.not-found')
      const { scheme, seq } = await schemeAt(tx, {})
      const clauses = clausesOfScheme(scheme, (await schemeBeside(tx, seq))?.clauses ?? null)
      const paragraphs = text.split(/\r?\n/).filter(line => line.trim() !== '')
      const placeOf = clausePlaces(paragraphs)
      const places = clauses.flatMap(({ id, clause }) => {
        const at = placeOf(clause)
        return at === undefined ? [] : [[id, at] as const]
      })
      return ok({ name: file.name, paragraphs, places: Object.fromEntries(places) })
    })
