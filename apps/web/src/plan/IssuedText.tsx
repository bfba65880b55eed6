import { routes } from '@guatu/contract'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { Waiting } from '../shell/Waiting.tsx'

/** The bureau's own issued text, with the clause that is looked at in view. */
export function IssuedText({ id, clause }: { id: string; clause: string }) {
  const { t } = useTranslation()
  const query = useApi(routes.readSchemeFile, { params: { id } })
  const at = query.data?.places[clause]
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const line = at === undefined ? null : box.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)
    if (line && box.current) box.current.scrollTop = line.offsetTop - 40
  }, [at])
  return (
    <aside ref={box} className="panel plan-text" aria-label={t('plan.issued-text')}>
      {query.error && <ErrorNote error={query.error} />}
      {query.isPending && <Waiting />}
      {query.data && (
        <>
          <h3>{query.data.name}</h3>
          {clause && at === undefined && <p className="soft">{t('plan.no-place')}</p>}
          {query.data.paragraphs.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no name but its number
            <p key={index} data-at={index} className={index === at ? 'plan-marked' : undefined}>
              {text}
            </p>
          ))}
        </>
      )}
    </aside>
  )
}
