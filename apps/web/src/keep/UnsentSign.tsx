import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useUnsentReturns } from './UnsentProvider.tsx'
import { useWaitingText } from './waiting-text.ts'

/** In the top bar of every page while something waits on this device. */
export function UnsentSign() {
  const { returns, photos } = useUnsentReturns()
  const navigate = useNavigate()
  const text = useWaitingText(returns.length, photos.length)
  if (!text) return null
  return (
    <Button
      type="text"
      className="unsent-sign"
      aria-label={text}
      title={text}
      onClick={() => void navigate({ to: '/returns' })}
    >
      <span aria-hidden="true">◷ {returns.length + photos.length}</span>
    </Button>
  )
}
