import { routes } from '@guatu/contract'
import { useState } from 'react'
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
  const [code, setCode] = useState(setupCode)
  const progress = useApi(routes.setupProgress, {}, code !== null)
  const give = (given: string | null) => {
    keepSetupCode(given)
    setCode(given)
    void queries.resetQueries({ queryKey: [routes.setupProgress.name] })
  }
  return (
    <div className="setup">
      <header>
        <h1>
          <img src="/icon.svg" alt="" /> {t('shell.product')} <small>{t('setup.title')}</small>
        </h1>
        <LanguageSwitch />
      </header>
      {code === null || progress.error ? (
        <>
          {code !== null && progress.error && <ErrorNote error={progress.error} />}
          <CodeForm onGiven={give} />
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
            <PlanStep progress={progress.data} onClosed={() => keepSetupCode(null)} />
          ) : (
            <BeginStep />
          )}
        </>
      )}
    </div>
  )
}
