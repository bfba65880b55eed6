import { type ReturnSheet, routes } from '@guatu/contract'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api/client.ts'
import { ApiFault, NETWORK } from '../api/fault.ts'
import { queries } from '../api/use-api.ts'
import { type Reasons, reasonsBefore } from './explain.ts'
import type { Texts } from './work.ts'

/** What has been typed into a return, and the version of the unit's draft that it grew from. */
interface Kept {
  readonly texts: Texts
  readonly reasons: Reasons
  readonly version: number
}
/** `device`: this device alone has it, so far or for want of a line. */
export type Keeping = 'nothing' | 'device' | 'server' | 'conflict'

/** Quiet time after the last key before the server is told, in milliseconds. */
const QUIET = 1_500

/** On the device with every key, for all of the unit a moment later; what somebody else kept meanwhile is never overwritten unasked. */
export function useKept(sheet: ReturnSheet, mode: 'fill' | 'propose') {
  const { unit, period } = sheet.return
  const place = `guatu.${mode}.${unit}.${period}`
  const [kept, setKept] = useState(() => begin(sheet, place))
  const [keeping, setKeeping] = useState<Keeping>(() => beginKeeping(sheet, kept, place, mode))
  const latest = useRef(kept)
  const store = (next: Kept) => {
    latest.current = next
    setKept(next)
    localStorage.setItem(place, JSON.stringify(next))
  }
  const change = (part: Partial<Pick<Kept, 'texts' | 'reasons'>>) => {
    store({ ...latest.current, ...part })
    setKeeping(now => (now === 'conflict' ? now : 'device'))
  }
  const clear = () => {
    localStorage.removeItem(place)
    latest.current = { texts: {}, reasons: reasonsBefore(sheet.passed), version: sheet.draft?.version ?? 0 }
    setKept(latest.current)
    setKeeping('nothing')
  }
  const send = async (sent: Kept) => {
    try {
      const body = { body: { texts: sent.texts, reasons: sent.reasons }, version: sent.version }
      const { version } = await call(routes.keepDraft, { params: { unit, period }, body })
      const still = latest.current.texts === sent.texts && latest.current.reasons === sent.reasons
      store({ ...latest.current, version })
      setKeeping(still ? 'server' : 'device')
    } catch (error) {
      if (error instanceof ApiFault && error.code === 'return.draft-changed') {
        setKeeping('conflict')
        await queries.invalidateQueries({ queryKey: [routes.getReturn.name] })
      } else if (!(error instanceof ApiFault && error.code === NETWORK)) setKeeping('device')
    }
  }
  useEffect(() => {
    if (mode !== 'fill' || keeping !== 'device') return
    const timer = setTimeout(() => void send(kept), QUIET)
    return () => clearTimeout(timer)
  })
  return {
    ...kept,
    keeping,
    change,
    clear,
    /** Ends a conflict: mine over theirs, knowing of it. */
    keepMine: () => {
      store({ ...latest.current, version: sheet.draft?.version ?? 0 })
      setKeeping('device')
    },
    takeTheirs: () => {
      store(ofServer(sheet))
      setKeeping('server')
    },
  }
}

function begin(sheet: ReturnSheet, place: string): Kept {
  return ofDevice(place) ?? ofServer(sheet)
}

function beginKeeping(sheet: ReturnSheet, kept: Kept, place: string, mode: 'fill' | 'propose'): Keeping {
  if (!localStorage.getItem(place)) return sheet.draft && mode === 'fill' ? 'server' : 'nothing'
  if (mode === 'fill' && sheet.draft && sheet.draft.version > kept.version) return 'conflict'
  return 'device'
}

function ofDevice(place: string): Kept | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return found === null ? undefined : { ...shaped(found), version: Number((found as Kept).version) || 0 }
  } catch {
    return undefined
  }
}

const ofServer = (sheet: ReturnSheet): Kept => {
  const body = shaped(sheet.draft?.body ?? {})
  return {
    texts: body.texts,
    reasons: { ...reasonsBefore(sheet.passed), ...body.reasons },
    version: sheet.draft?.version ?? 0,
  }
}

/** Whatever an older page or another device has kept, only texts are taken from it. */
function shaped(found: unknown): Pick<Kept, 'texts' | 'reasons'> {
  const { texts, reasons } = found as { texts?: unknown; reasons?: unknown }
  return {
    texts: Object.fromEntries(entriesOf(texts).map(([project, draft]) => [project, textsOnly(draft)])),
    reasons: textsOnly(reasons),
  }
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []
const textsOnly = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(entriesOf(value).filter((one): one is [string, string] => typeof one[1] === 'string'))
