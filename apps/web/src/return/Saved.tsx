import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isTyping } from '../shell/keys.ts'

/** Says that the ledger has it, and takes it back by one key. */
export function Saved({
  saved,
  busy,
  undo,
}: {
  saved: { readonly seq: number; readonly undone: boolean }
  busy: boolean
  undo: (seq: number) => void
}) {
  const { t } = useTranslation()
  const act = useRef(undo)
  useEffect(() => {
    act.current = undo
  })
  useEffect(() => {
    if (saved.undone) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
      event.preventDefault()
      act.current(saved.seq)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [saved.seq, saved.undone])
  return (
    <p className="saved" role="status">
      {t(saved.undone ? 'return.undone' : 'return.saved', { seq: saved.seq })}{' '}
      {!saved.undone && (
        <Button size="small" autoFocus loading={busy} onClick={() => undo(saved.seq)}>
          {t('return.undo')}
        </Button>
      )}
    </p>
  )
}
