import { useTranslation } from 'react-i18next'

/** How many returns and photos wait on this device; empty where none do. */
export function useWaitingText(returns: number, photos: number): string {
  const { t } = useTranslation()
  if (returns > 0 && photos > 0) return t('keep.both', { count: returns, photos })
  if (returns > 0) return t('keep.returns', { count: returns })
  return photos > 0 ? t('keep.photos', { count: photos }) : ''
}
