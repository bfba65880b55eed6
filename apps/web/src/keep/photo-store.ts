import { PHOTOS_KEPT_MB } from '@guatu/contract'
import { submissionKey } from '../return/draft.ts'
import type { UnsentPhoto } from './queue.ts'
import { drop, keepAll, readAllKept, readKept } from './store.ts'

const BOUND = PHOTOS_KEPT_MB * 1024 * 1024

/** Whether it may be kept beside those that wait already, whoever took them: the device is one. */
export const hasRoom = (kept: readonly Pick<UnsentPhoto, 'size'>[], size: number) =>
  kept.reduce((sum, one) => sum + one.size, size) <= BOUND

export const photosKept = () => readAllKept<UnsentPhoto>('photo')

type Of = Pick<UnsentPhoto, 'account' | 'unit' | 'period' | 'project'>

/** Puts a photo on the device, once however often it is chosen. `full`: there is no room, and nothing was kept. */
export async function keepPhoto(
  of: Of & Pick<UnsentPhoto, 'projectName'>,
  file: File,
): Promise<'kept' | 'full'> {
  const bytes = await file.arrayBuffer()
  const kept = await photosKept()
  const alike = kept.filter(one => one.size === bytes.byteLength && isSame(one, of))
  for (const one of alike) {
    const other = await bytesOf(one.key)
    if (other && sameBytes(other, bytes)) return 'kept'
  }
  if (!hasRoom(kept, bytes.byteLength)) return 'full'
  const key = submissionKey()
  const photo: UnsentPhoto = {
    ...of,
    key,
    name: file.name,
    type: file.type,
    size: bytes.byteLength,
    at: new Date().toISOString(),
    tries: 0,
  }
  try {
    await keepAll(key, { photo, bytes })
    return 'kept'
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'full'
    throw error
  }
}

export const dropPhoto = (key: string) => drop(key, 'photo', 'bytes')
export const bytesOf = (key: string) => readKept<ArrayBuffer>('bytes', key)

const isSame = (a: Of, b: Of) =>
  a.account === b.account && a.unit === b.unit && a.period === b.period && a.project === b.project

export function sameBytes(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const [left, right] = [new Uint8Array(a), new Uint8Array(b)]
  return left.length === right.length && left.every((byte, place) => byte === right[place])
}
