import { routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { keepSetupCode } from '../api/setup-code.ts'
import { queries } from '../api/use-api.ts'

/** The other way to begin: look first. */
export function DemoInstead() {
  const { t } = useTranslation()
  const load = useMutation({ mutationFn: () => call(routes.setupDemo) })
  const leave = () => {
    keepSetupCode(null)
    void queries.resetQueries()
  }
  return (
    <aside className="panel setup-demo">
      <h2>{t('setup.demo.title')}</h2>
      <p>{t('setup.demo.about')}</p>
      {load.error && <ErrorNote error={load.error} />}
      {load.data ? (
        <>
          <p>{t('setup.demo.accounts')}</p>
          <ul className="rows demo-accounts">
            {load.data.accounts.map(({ login, name }) => (
              <li key={login}>
                <code>{login}</code> {name}
              </li>
            ))}
          </ul>
          <Button type="primary" onClick={leave}>
            {t('setup.demo.sign-in')}
          </Button>
        </>
      ) : (
        <Button loading={load.isPending} onClick={() => load.mutate()}>
          {t('setup.demo.load')}
        </Button>
      )}
    </aside>
  )
}
