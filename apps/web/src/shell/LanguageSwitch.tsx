import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { changeLanguage, useLanguage } from '../language/index.ts'

export function LanguageSwitch() {
  const { t } = useTranslation()
  const other = useLanguage() === 'en' ? 'zh' : 'en'
  return (
    <Button type="text" className="language" lang={other} onClick={() => changeLanguage(other)}>
      {t('shell.other-language')}
    </Button>
  )
}
