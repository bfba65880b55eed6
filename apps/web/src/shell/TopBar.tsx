import { routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { UnsentSign } from '../keep/UnsentSign.tsx'
import { Bell } from '../notice/Bell.tsx'
import { useMay, useMe } from '../session/me.ts'
import { PostSwitch } from '../session/PostSwitch.tsx'
import { DueCount } from './DueCount.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { MorePages } from './MorePages.tsx'
import { usePages } from './pages.ts'
import { SearchBox } from './SearchBox.tsx'

export function TopBar({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation()
  const reads = useMay(routes.getWarRoom.name)
  const { role } = useMe().post
  const { shown, more } = usePages()
  return (
    <header className="top-bar">
      <span className="brand">
        <img src="/icon.svg" alt="" />
        {t('shell.product')}
      </span>
      <nav aria-label={t('shell.pages')}>
        {shown.map(({ to, title }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: to === '/', includeSearch: false, includeHash: false }}
          >
            {t(title)}
            {to === '/returns' && role === 'reporter' && <DueCount />}
          </Link>
        ))}
        {more.length > 0 && <MorePages pages={more} />}
      </nav>
      {reads && <SearchBox />}
      <span className="top-end">
        <UnsentSign />
        <Bell />
        <Button type="text" onClick={onHelp} aria-label={t('help.title')}>
          ?
        </Button>
        <LanguageSwitch />
        <PostSwitch />
      </span>
    </header>
  )
}
