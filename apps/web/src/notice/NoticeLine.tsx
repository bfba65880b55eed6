import type { NoticeView } from '@guatu/contract'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDays } from '../figure/use-days.ts'
import { useLanguage } from '../language/index.ts'

/** One notice: opening what it is about, or saying so, marks it read. */
export function NoticeLine({ notice, onRead }: { notice: NoticeView; onRead: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const days = useDays()
  const router = useRouter()
  const unread = notice.readAt === null
  return (
    <li className={unread ? 'unread' : undefined}>
      <header>
        <h3>{notice.title[language]}</h3>
        <span className="soft">
          {t(`notice.kind.${notice.kind}`)} · {days.moment(notice.madeAt)}
        </span>
      </header>
      <p>{notice.body[language]}</p>
      <span>
        {/^\/(?!\/)/.test(notice.link) && (
          <a
            href={notice.link}
            onClick={event => {
              event.preventDefault()
              if (unread) onRead()
              router.history.push(notice.link)
            }}
          >
            {t('notice.open')}
          </a>
        )}
        {unread && (
          <Button type="link" size="small" onClick={onRead}>
            {t('notice.read')}
          </Button>
        )}
      </span>
    </li>
  )
}
