import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../language/index.ts'
import { ApiFault, NETWORK } from './fault.ts'

/** What happened, what was kept, what to do. The server's own sentence says all three. */
export function ErrorNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const known = error instanceof ApiFault && error.code !== NETWORK
  const text = known ? error[language] : error instanceof ApiFault ? t('error.network') : t('error.page')
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={text}
      action={
        retry &&
        !stays(error) && (
          <Button size="small" onClick={retry}>
            {t('error.retry')}
          </Button>
        )
      }
    />
  )
}

/** Asking again changes nothing where the post may not, or there is nothing. */
const stays = (error: unknown) => error instanceof ApiFault && (error.status === 403 || error.status === 404)
