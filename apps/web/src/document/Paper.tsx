import { dayZh } from '@guatu/kernel'
import { useTranslation } from 'react-i18next'
import { Blocks } from './Blocks.tsx'
import type { Preview } from './data.ts'

/** As it will stand on paper. The product's own words on it stay Chinese: the paper is. */
export function Paper({ data }: { data: Preview }) {
  const { t } = useTranslation()
  const chinese = { lng: 'zh' }
  const { layout, state, title } = data
  const draft = state.frozen ? '' : t('document.draft', chinese)
  const year = data.numberYear
  return (
    <article className={`paper paper-${layout}`} lang="zh-CN" data-draft={draft}>
      {data.mark !== '' && <p className="paper-issuer">{data.mark}</p>}
      {layout === 'official' && <p className="paper-number">{t('document.number', { ...chinese, year })}</p>}
      {layout === 'brief' && (
        <p className="paper-number paper-brief">
          <span>{data.issuer}</span>
          <span>{t('document.report-number', { ...chinese, year })}</span>
          <span>{data.date}</span>
        </p>
      )}
      {layout !== 'sheet' && <hr />}
      <h1>
        {title.map(line => (
          <span key={line}>{line}</span>
        ))}
      </h1>
      {data.to && <p className="paper-to">{data.to}</p>}
      <Blocks blocks={data.blocks} />
      {layout === 'official' && (
        <>
          <p className="paper-signed">{data.signedBy}</p>
          <p className="paper-signed">{data.date}</p>
        </>
      )}
      {data.annexes.map(annex => (
        <section key={annex.title} className="paper-annex">
          <h2>{annex.title}</h2>
          <Blocks blocks={annex.blocks} />
        </section>
      ))}
      {data.copyTo && <p className="paper-copy">{t('document.copy-to', { ...chinese, to: data.copyTo })}</p>}
      <p className="paper-state">
        {t('document.state', { ...chinese, asOf: dayZh(state.asOf), seq: state.seq })}
        {draft && ` · ${draft}`}
        {data.bar.synthetic && ` · ${t('time.synthetic-long', chinese)}`}
      </p>
    </article>
  )
}
