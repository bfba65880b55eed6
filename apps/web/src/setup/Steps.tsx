import { useTranslation } from 'react-i18next'

export const STEPS = ['region', 'plan', 'roster', 'list', 'slips', 'returns'] as const
export type Step = (typeof STEPS)[number]

/** What is done, what is next, what is to come. */
export function Steps({ done, now }: { done: readonly Step[]; now: Step | undefined }) {
  const { t } = useTranslation()
  return (
    <ol className="setup-steps" aria-label={t('setup.steps')}>
      {STEPS.map((step, i) => {
        const state = done.includes(step) ? 'done' : step === now ? 'now' : 'later'
        return (
          <li key={step} className={`step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="step-number">{state === 'done' ? '✓' : i + 1}</span>
            {t(`setup.step.${step}`)}
            <span className="sr-only">{t(`setup.state.${state}`)}</span>
          </li>
        )
      })}
    </ol>
  )
}
