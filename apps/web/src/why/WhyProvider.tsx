import { useLocation } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Waiting } from '../shell/Waiting.tsx'
import { AskContext, type Subject } from './subject.ts'
import './why.css'

const WhyLight = lazy(async () => ({ default: (await import('./WhyLight.tsx')).WhyLight }))
const WhyIndicator = lazy(async () => ({ default: (await import('./WhyIndicator.tsx')).WhyIndicator }))
const EntryDetail = lazy(async () => ({ default: (await import('../entry/EntryDetail.tsx')).EntryDetail }))

export function WhyProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [trail, setTrail] = useState<readonly Subject[]>([])
  const ask = useCallback((subject: Subject) => setTrail(old => [...old, subject]), [])
  const subject = trail.at(-1)
  const place = useLocation({ select: ({ pathname, hash }) => `${pathname}#${hash}` })
  const [asked, setAsked] = useState(place)
  if (asked !== place) {
    // A link of the drawer has led somewhere else: what was asked about is no longer on the page.
    setAsked(place)
    setTrail([])
  }
  return (
    <AskContext value={ask}>
      {children}
      <Drawer
        open={subject !== undefined}
        onClose={() => setTrail([])}
        size={560}
        className="why"
        title={subject?.kind === 'entry' ? t('entry.title') : t('why.title')}
        extra={
          trail.length > 1 && (
            <button type="button" className="plain as-link" onClick={() => setTrail(old => old.slice(0, -1))}>
              {t('why.back')}
            </button>
          )
        }
      >
        <Suspense fallback={<Waiting />}>{subject && answer(subject)}</Suspense>
      </Drawer>
    </AskContext>
  )
}

function answer(subject: Subject): ReactNode {
  switch (subject.kind) {
    case 'light':
      return <WhyLight {...subject} />
    case 'indicator':
      return subject.of.map(figure => (
        <WhyIndicator key={`${figure.indicator} ${figure.scope}`} {...figure} />
      ))
    case 'entry':
      return <EntryDetail seq={subject.seq} />
  }
}
