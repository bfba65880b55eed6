import { useTranslation } from 'react-i18next'

/** 原名: what it, or a project merged into it, was called before. */
export function FormerNames({ names }: { names: readonly string[] | undefined }) {
  const { t } = useTranslation()
  if (!names || names.length === 0) return null
  return <small className="nd">{t('project.former-names', { names: names.join(t('text.comma')) })}</small>
}
