import { type ReturnSheet, routes } from '@guatu/contract'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api/client.ts'
import { ApiFault } from '../api/fault.ts'
import { queries } from '../api/use-api.ts'
import type { KeptDraft, useDraft } from '../grid/draft/use-draft.ts'
import type { TypedCells } from '../grid/model/cell.ts'
import { type Reasons, reasonsBefore } from './explain.ts'
import { type Texts, textsOf } from './rows.ts'

/** Beside the cells: reasons of warnings, and the version of the unit's draft that it all grew from. */
export interface Kept extends KeptDraft {
  readonly reasons: Reasons
  readonly version: number
}
/** `device`: this device alone has it, so far or for want of a line. */
export type Keeping = 'nothing' | 'device' | 'server' | 'conflict'
export interface Start {
  readonly texts: Texts
  readonly reasons: Reasons
  readonly version: number
  readonly keeping: Keeping
}

/** Quiet time after the last change before the server is told, in milliseconds. */
const QUIET = 1_500

/** What this device holds comes first; a newer draft of the unit beside it is a conflict that a person ends. */
export function startOf(sheet: ReturnSheet, device: Partial<Kept> | null): Start {
  const theirs = sheet.draft?.version ?? 0
  const body = sheet.draft?.body
  if (!device?.typed) return { ...ofServer(sheet), keeping: body ? 'server' : 'nothing' }
  // One that was sent or dropped is nothing to lose.
  const version = body ? (device.version ?? 0) : theirs
  return {
    texts: textsOf(device.typed),
    reasons: { ...reasonsBefore(sheet.passed), ...device.reasons },
    version,
    keeping: theirs > version ? 'conflict' : 'device',
  }
}

export const ofServer = (sheet: ReturnSheet): Omit<Start, 'keeping'> => {
  const { texts, reasons } = (sheet.draft?.body ?? {}) as { texts?: unknown; reasons?: unknown }
  return {
    texts: Object.fromEntries(entriesOf(texts).map(([project, draft]) => [project, textsOnly(draft)])),
    reasons: { ...reasonsBefore(sheet.passed), ...textsOnly(reasons) },
    version: sheet.draft?.version ?? 0,
  }
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []
const textsOnly = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(entriesOf(value).filter((one): one is [string, string] => typeof one[1] === 'string'))

/** On the device with every word, for all of the unit a moment later; what somebody else kept meanwhile is never overwritten unasked. */
export function useKeep(
  sheet: ReturnSheet,
  start: Start,
  typed: TypedCells,
  device: Pick<ReturnType<typeof useDraft>, 'save' | 'clear'>,
) {
  const { unit, period } = sheet.return
  const now = useRef({ typed, reasons: start.reasons, version: start.version })
  const [reasons, setReasons] = useState(start.reasons)
  const [keeping, setKeeping] = useState(start.keeping)
  const change = (part: {
    readonly typed?: TypedCells
    readonly reasons?: Reasons
    readonly version?: number
  }) => {
    now.current = { ...now.current, ...part }
    const kept: Kept = { ...now.current, seen: sheet.seen }
    device.save(kept)
    if (part.reasons) setReasons(part.reasons)
  }
  const changed = (part: Parameters<typeof change>[0]) => {
    change(part)
    setKeeping(before => (before === 'conflict' ? before : 'device'))
  }
  const send = async () => {
    const sent = now.current
    try {
      const nothing =
        Object.keys(sent.typed).length === 0 &&
        sheet.passed.length === Object.values(sent.reasons).filter(reason => reason.trim() !== '').length
      const content = { texts: textsOf(sent.typed), reasons: sent.reasons }
      const body = { body: nothing ? null : content, version: sent.version }
      const { version } = await call(routes.keepDraft, { params: { unit, period }, body })
      const still = now.current === sent
      change({ version })
      setKeeping(still ? (nothing ? 'nothing' : 'server') : 'device')
    } catch (error) {
      if (!(error instanceof ApiFault && error.code === 'return.draft-changed')) return
      setKeeping('conflict')
      await queries.invalidateQueries({ queryKey: [routes.getReturn.name] })
    }
  }
  useEffect(() => {
    if (keeping !== 'device') return
    const timer = setTimeout(() => void send(), QUIET)
    const again = () => void send()
    window.addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
    }
  })
  return {
    reasons,
    keeping,
    changed,
    /** Ends a conflict, knowing of what the other has kept. */
    settle: (how: Keeping) => {
      change({ version: sheet.draft?.version ?? 0 })
      setKeeping(how)
    },
    clear: () => {
      now.current = { ...now.current, typed: {} }
      device.clear()
      setKeeping('nothing')
    },
  }
}
