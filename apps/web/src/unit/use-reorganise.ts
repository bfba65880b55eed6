import { type ReorganisationAsked, type ReorganisePreview, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ApiFault } from '../api/fault.ts'
import { refresh } from '../api/use-api.ts'

type Unkeyed<T> = T extends ReorganisationAsked ? Omit<T, 'key' | 'day' | 'reason'> : never
/** What is wanted, without its day and reason. */
export type Wanted = Unkeyed<ReorganisationAsked>

/** Preview first, then write exactly what was shown; a preview that no longer holds is made anew. */
export function useReorganise(onDone: () => void) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [shown, setShown] = useState<{ asked: ReorganisationAsked; preview: ReorganisePreview }>()
  const preview = useMutation({
    mutationFn: (asked: ReorganisationAsked) => call(routes.previewReorganisation, { body: asked }),
    onSuccess: (answer, asked) => setShown({ asked, preview: answer }),
  })
  const save = useMutation({
    mutationFn: ({ asked, preview: { fingerprint } }: NonNullable<typeof shown>) =>
      call(routes.saveReorganisation, { body: { asked, fingerprint } }),
    onSuccess: () => {
      void message.success(t('reorganise.saved'))
      onDone()
      return refresh()
    },
    onError: (error, { asked }) => {
      if (error instanceof ApiFault && error.code === 'reorganise.stale') preview.mutate(asked)
    },
  })
  return {
    shown,
    ask: (wanted: Wanted, day: string, reason: string) =>
      preview.mutate({ ...wanted, day, reason, key: crypto.randomUUID() } as ReorganisationAsked),
    save: () => shown && save.mutate(shown),
    /** What was shown holds no more once something else is wanted. */
    forget: () => setShown(undefined),
    pending: preview.isPending || save.isPending,
    error: save.error ?? preview.error,
  }
}
