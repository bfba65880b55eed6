import { type ReturnSheet, routes, UPLOAD_LIMIT_MB } from '@guatu/contract'
import { useState } from 'react'
import { address, call } from '../api/client.ts'
import { refresh } from '../api/use-api.ts'
import { keepPhoto } from '../keep/photo-store.ts'
import { sameReturn, type UnsentPhoto } from '../keep/queue.ts'
import { useUnsentReturns } from '../keep/UnsentProvider.tsx'
import { useMe } from '../session/me.ts'

type Row = ReturnSheet['rows'][number]

export const photoLink = (project: string, { period, sha256 }: Row['evidence'][number]) =>
  address(routes.getEvidence, { params: { project, period, sha256 } })

/** Those of earlier periods are only there for the checks. */
export const photosOf = (row: Row, period: string) => row.evidence.filter(photo => photo.period === period)

/** Why a photo could neither be kept nor sent. */
export type Unkept = 'full' | 'large' | 'no-store'

/** Takes photos of a return's projects: kept on the device first, sent when the server is reached. */
export function usePhotos(sheet: ReturnSheet) {
  const { account } = useMe()
  const queue = useUnsentReturns()
  const [unkept, setUnkept] = useState<Unkept>()
  const { unit, period } = sheet.return
  const of = { account, unit, period }
  const rowOf = (project: string) => sheet.rows.find(one => one.project === project)

  const addOne = async (project: string, file: File): Promise<Unkept | undefined> => {
    if (file.size > UPLOAD_LIMIT_MB * 1024 * 1024) return 'large'
    const photo = { ...of, project, projectName: rowOf(project)?.name ?? project }
    const outcome = await keepPhoto(photo, file).catch(() => 'no-store' as const)
    if (outcome === 'kept') return undefined
    // No room here: perhaps the server takes it at once.
    return call(routes.addEvidence, { params: { project, period }, file }).then(
      () => void refresh(),
      () => outcome,
    )
  }
  const add = async (project: string, files: readonly File[]) => {
    setUnkept(undefined)
    for (const file of files) {
      const why = await addOne(project, file)
      if (why) setUnkept(why)
    }
    await queue.flush()
  }
  return {
    add: (project: string, files: readonly File[]) => void add(project, files),
    unkept,
    /** Of this return, on this device alone. */
    waiting: queue.photos.filter(one => sameReturn(one, of)),
    sending: queue.sending,
    linksOf(project: string) {
      const row = rowOf(project)
      return row ? photosOf(row, period).map(photo => photoLink(project, photo)) : []
    },
  }
}
export type Photos = ReturnType<typeof usePhotos>

/** What is to be said of a photo that waits. */
export const standOf = (photo: UnsentPhoto, sending: string | undefined) =>
  photo.held ? 'held' : photo.key === sending ? 'sending' : 'waiting'
