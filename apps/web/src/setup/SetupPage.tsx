import { routes } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { keepSetupCode, setupCode } from '../api/setup-code.ts'
import { queries, useApi } from '../api/use-api.ts'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { BeginStep } from './BeginStep.tsx'
import { CodeForm } from './CodeForm.tsx'
import { PlanStep } from './PlanStep.tsx'
import { Steps } from './Steps.tsx'
import './setup.css'

/** The first page of an installation in which nobody works yet. */
export function SetupPage() {
  const { t } = useTranslation()
  const progress = useApi(routes.setupProgress, {}, setupCode() !== null)
  const again = () => void queries.resetQueries({ queryKey: [routes.setupProgress.name] })
  const forget = () => {
    keepSetupCode(null)
    again()
  }
  return (
    <div className="setup">
      <header>
        <h1>
          <img src="/icon.svg" alt="" /> {t('shell.product')} <small>{t('setup.title')}</small>
        </h1>
        <LanguageSwitch />
      </header>
      {setupCode() === null || progress.error ? (
        <>
          {setupCode() !== null && progress.error && <ErrorNote error={progress.error} />}
          <CodeForm
            onGiven={code => {
              keepSetupCode(code)
              again()
            }}
          />
        </>
      ) : !progress.data ? (
        <Waiting />
      ) : (
        <>
          <Steps
            done={progress.data.jurisdiction ? ['region'] : []}
            now={progress.data.jurisdiction ? 'plan' : 'region'}
          />
          {progress.data.jurisdiction ? (
            <PlanStep progress={progress.data} onClosed={forget} />
          ) : (
            <BeginStep />
          )}
        </>
      )}
    </div>
  )
}
