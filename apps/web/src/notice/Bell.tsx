import { routes } from '@guatu/contract'
import { useNavigate } from '@tanstack/react-router'
import { Badge, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import './notice.css'

/** How many notices wait to be read; asked again whenever the window comes back. */
export function Bell() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const unread = useApi(routes.countNotices).data?.unread ?? 0
  return (
    <Button
      type="text"
      className="bell"
      aria-label={unread > 0 ? t('notice.unread', { count: unread }) : t('notice.title')}
      onClick={() => void navigate({ to: '/notices' })}
    >
      <Badge count={unread} size="small" overflowCount={99} offset={[3, 2]}>
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
          <path
            d="M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4"
            fill="none"
            stroke="#fff"
            strokeWidth="1.8"
            strokeLinejoin="round"
          />
        </svg>
      </Badge>
    </Button>
  )
}
