import { type Correction, routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { Page } from '../shell/Page.tsx'
import { PastNote } from '../time/PastNote.tsx'
import { CorrectionItem } from './CorrectionItem.tsx'
import { KeptCorrections } from './KeptCorrections.tsx'

/** Figures of closed periods that somebody wants changed: those to decide first, then what became of the others. */
export function CorrectionsPage() {
  const query = useApi(routes.listCorrections)
  return (
    <Page query={query} className="corrections">
      {({ corrections }) => (
        <>
          <PastNote />
          <KeptCorrections />
          {corrections.length === 0 ? <Teach /> : <Parts corrections={corrections} />}
        </>
      )}
    </Page>
  )
}

function Parts({ corrections }: { corrections: readonly Correction[] }) {
  const { t } = useTranslation()
  const parts = [
    ['mine', corrections.filter(one => one.mayDecide && one.state === 'proposed')],
    ['waiting', corrections.filter(one => !one.mayDecide && one.state === 'proposed')],
    ['decided', corrections.filter(one => one.state !== 'proposed')],
  ] as const
  return parts
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => (
      <section key={name} className="panel">
        <header>
          <h2>{t(`correction.part.${name}`)}</h2>
          <span className="soft">{t('correction.count', { count: list.length })}</span>
        </header>
        {list.map(one => (
          <CorrectionItem key={one.id} correction={one} />
        ))}
      </section>
    ))
}

function Teach() {
  const { t } = useTranslation()
  return (
    <section className="panel due-teach">
      <h2>{t('correction.none')}</h2>
      <p>{t('correction.none-means')}</p>
      <p>
        <Link to="/returns" className="as-button">
          {t('correction.to-returns')}
        </Link>
      </p>
    </section>
  )
}
