import { Link, useLocation } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PageLink } from './pages.ts'

/** Pages that are seldom opened, so that the search box keeps its room. */
export function MorePages({ pages }: { pages: readonly PageLink[] }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const here = pages.some(page => page.to === pathname)
  const items = pages.map(({ to, title }) => ({ key: to, label: <Link to={to}>{t(title)}</Link> }))
  return (
    <Dropdown trigger={['click']} menu={{ items, selectedKeys: [pathname] }}>
      <button type="button" className={here ? 'more-pages active' : 'more-pages'}>
        {t('shell.more')} <span aria-hidden="true">▾</span>
      </button>
    </Dropdown>
  )
}
