import { useEffect, useRef, useState } from 'react'
import { useDraft } from './use-draft.ts'

/** A form whose words stay on this device until they are sent or dropped. `empty` is the form that nobody has touched. */
export function useKeptForm<Form extends object>(place: string, empty: Form) {
  const device = useDraft<Form>(place)
  const [form, setForm] = useState<Form>()
  const [cleared, setCleared] = useState(false)
  const shown = form ?? device.kept ?? empty
  const now = useRef(shown)
  useEffect(() => {
    now.current = shown
  })
  const { foreign, overrule } = device
  const latest = useRef(overrule)
  useEffect(() => {
    latest.current = overrule
  })
  useEffect(() => {
    if (foreign?.clean) setForm(foreign.content ?? undefined)
    else if (foreign) latest.current()
  }, [foreign])
  const isEmpty = (one: Form) => JSON.stringify(one) === JSON.stringify(empty)
  return {
    /** Whether the device has been asked. */
    ready: device.kept !== undefined,
    form: shown,
    isEmpty: isEmpty(shown),
    /** It was there when the page opened. */
    found: Boolean(device.kept),
    /** And still is. */
    restored: Boolean(device.kept) && !cleared && !isEmpty(shown),
    failed: device.failed,
    set(part: Partial<Form>) {
      now.current = { ...now.current, ...part }
      setForm(now.current)
      device.save(isEmpty(now.current) ? null : now.current)
    },
    clear() {
      now.current = empty
      setForm(empty)
      setCleared(true)
      device.save(null)
    },
  }
}
