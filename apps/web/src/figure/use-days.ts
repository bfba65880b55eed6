import { useTranslation } from 'react-i18next'
import { useLanguage } from '../language/index.ts'
import { NO_FIGURE } from './text.ts'

/** Days and moments in the reader's language: needs no plan, so an administrator's pages have them too. */
export function useDays() {
  const { t } = useTranslation()
  const language = useLanguage()
  return {
    day: (text: string | null | undefined) => {
      if (!text) return NO_FIGURE
      const [year, month, date] = text.split('-').map(Number)
      return language === 'en' ? text : t('day.full', { year, month, date })
    },
    /** `2026-11-22T22:01:53.123Z` → local minutes as the clerk's clock shows them. */
    moment: (iso: string) => new Date(iso).toLocaleString(language === 'en' ? 'en-GB' : 'zh-CN', MINUTES),
  }
}

const MINUTES: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
}
