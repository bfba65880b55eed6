import { type Response, routes } from '@guatu/contract'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { address } from '../api/client.ts'
import { useApi } from '../api/use-api.ts'
import { Page } from '../shell/Page.tsx'
import { timesOf, useWhen } from '../time/when.ts'
import { Blocks } from './Blocks.tsx'
import './document.css'

type Bulletin = Response<typeof routes.previewBulletin>

/** The bulletin as it will stand on paper. Until a period is closed it is a draft and says so across the page. */
export function BulletinPage() {
  const { t } = useTranslation()
  const when = useWhen()
  const query = useApi(routes.previewBulletin, { query: timesOf(when) })
  return (
    <Page query={query} className="bulletin">
      {data => (
        <>
          <div className="bulletin-acts no-print">
            <Button type="primary" href={address(routes.downloadBulletin, { query: timesOf(when) })} download>
              {t('document.download')}
            </Button>
            <Button onClick={() => window.print()}>{t('document.print')}</Button>
            <span className="soft">{t('document.draft-means')}</span>
          </div>
          <Paper data={data} />
        </>
      )}
    </Page>
  )
}

/** The product's own words on a paper stay Chinese: the paper is. */
function Paper({ data }: { data: Bulletin }) {
  const { t } = useTranslation()
  const chinese = { lng: 'zh' }
  const draft = t('document.draft', chinese)
  const year = data.bar.asOf.slice(0, 4)
  return (
    <article className="paper" lang="zh-CN" data-draft={draft}>
      <p className="paper-issuer">{t('document.issuer', { ...chinese, issuer: data.issuer })}</p>
      <p className="paper-number">{t('document.number', { ...chinese, year })}</p>
      <hr />
      <h1>
        {data.title.map(line => (
          <span key={line}>{line}</span>
        ))}
      </h1>
      {data.to && <p className="paper-to">{data.to}</p>}
      <Blocks blocks={data.blocks} />
      <p className="paper-signed">{data.signedBy}</p>
      <p className="paper-signed">{data.date}</p>
      {data.annexes.map(annex => (
        <section key={annex.title} className="paper-annex">
          <h2>{annex.title}</h2>
          <Blocks blocks={annex.blocks} />
        </section>
      ))}
      <p className="paper-state">
        {t('document.state', { ...chinese, draft, asOf: data.bar.asOf, seq: data.bar.seq })}
        {data.bar.synthetic && ` · ${t('time.synthetic-long', chinese)}`}
      </p>
    </article>
  )
}
