import { routes } from '@guatu/contract'
import { useApi } from '../api/use-api.ts'
import { Reasons } from '../return/Reasons.tsx'

/** Why it came back, said where the work is listed. */
export function BackReasons({ unit, period }: { unit: string; period: string }) {
  const sheet = useApi(routes.getReturn, { params: { unit, period } }).data
  const last = sheet?.moves.filter(move => move.action === 'return').at(-1)
  if (!sheet || !last) return null
  return <Reasons reasons={last.reasons} rows={sheet.rows} fields={sheet.fields} />
}
