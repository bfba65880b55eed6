import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import en from './en.json'
import zh from './zh.json'

export type Language = 'zh' | 'en'
const STORED = 'guatu.language'

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: localStorage.getItem(STORED) === 'en' ? 'en' : 'zh',
    fallbackLng: false,
    showSupportNotice: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  })
  mark()
}

export function changeLanguage(language: Language): void {
  localStorage.setItem(STORED, language)
  void i18next.changeLanguage(language).then(mark)
}

function mark(): void {
  document.documentElement.lang = i18next.language === 'en' ? 'en' : 'zh-CN'
  document.title = i18next.t('shell.product')
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh'
}

/** Picks the Chinese or English name of what the plan declares. */
export function usePick(): (both: { readonly name: string; readonly nameEn: string }) => string {
  const language = useLanguage()
  return both => (language === 'en' ? both.nameEn : both.name)
}
