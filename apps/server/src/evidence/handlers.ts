import type { routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import {
  closedAround,
  everyUse,
  evidenceBytes,
  evidenceOf,
  sha256 as hashOf,
  addEvidence as keepEvidence,
  projectById,
  readScope,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { photoType } from './photo.ts'

/** Of a project for a period: photos are kept for good, up to 20 MB each, and stand in every backup. */
const MOST_PHOTOS = 50

export const addEvidence =
  (app: App): Handler<typeof routes.addEvidence> =>
  ({ params, file, session }) =>
    decide(app.database, session.scope, async tx => {
      const { project, period } = params
      if (!(await projectById(tx, project))) return refuse('request.not-found')
      const sha256 = hashOf(file.bytes)
      // Sent again because the answer was lost, perhaps over a closing: it is there.
      const there = (await evidenceOf(tx, project, period)).some(one => one.sha256 === sha256)
      if (!there) {
        const closed = await closedAround(tx, period)
        if (closed !== undefined) return refuse('period.closed', { period: closed })
        const mediaType = photoType(file.bytes)
        if (!mediaType) return refuse('evidence.not-a-photo')
        if ((await evidenceOf(tx, project, period)).length >= MOST_PHOTOS)
          return refuse('evidence.too-many', { limit: MOST_PHOTOS })
        await keepEvidence(tx, { project, period, name: file.name, mediaType, bytes: file.bytes })
      }
      const uses = await everyUse(tx, [sha256])
      const usedElsewhere = uses
        .filter(one => one.project !== project || one.period !== period)
        .map(({ sha256: _, ...use }) => use)
      return ok({ sha256, usedElsewhere })
    })

export const getEvidence =
  (app: App): Handler<typeof routes.getEvidence> =>
  ({ params, session }) =>
    readScope(app.database, session.scope, async tx => {
      const found = await evidenceBytes(tx, params)
      if (!found) return refuse('request.not-found')
      return ok({ bytes: found.bytes, fileName: found.name, mediaType: found.mediaType })
    })
