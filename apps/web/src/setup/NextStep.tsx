import { routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../session/me.ts'
import { useWhen } from '../time/when.ts'
import './next-step.css'

/** Projects are there and nobody has reported yet: said plainly, with what comes next. */
export function NextStep() {
  const { t } = useTranslation()
  const { past } = useWhen()
  const imports = useMay(routes.uploadImport.name)
  const setsUp = useMay(routes.firstSteps.name)
  return (
    <section className="panel next-step" role="status">
      <b>{t('setup.no-returns')}</b> {t('setup.no-returns-means')}
      {!past && imports && <Link to="/import">{t('setup.import-returns')}</Link>}
      {!past && setsUp && <Link to="/setup">{t('setup.go-on')}</Link>}
    </section>
  )
}
