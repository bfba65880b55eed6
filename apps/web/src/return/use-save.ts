import { type ProjectPage, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { call } from '../api/client.ts'
import { ApiFault, NETWORK } from '../api/fault.ts'
import { refresh } from '../api/use-api.ts'
import { type Figure, submissionKey } from './draft.ts'

type Figures = Readonly<Record<string, Figure | null>>

/** Saves, and takes the last saving back. A submission repeated after a broken line keeps its key, so it is written once. */
export function useSave(data: ProjectPage, period: string, onSaved: () => void) {
  const key = useRef(submissionKey())
  const project = data.row.id
  const seen = Math.max(0, ...data.trail.filter(entry => entry.period === period).map(entry => entry.seq))
  const save = useMutation({
    mutationFn: ({ figures, reason }: { figures: Figures; reason?: string }) =>
      call(routes.saveReturn, { body: { project, period, figures, reason, seen, key: key.current } }),
    onSuccess: () => {
      onSaved()
      undo.reset()
      return refresh()
    },
    onSettled: (_saved, error) => {
      if (!(error instanceof ApiFault && error.code === NETWORK)) key.current = submissionKey()
    },
  })
  const undo = useMutation({
    mutationFn: (seq: number) => call(routes.undoEntry, { params: { seq }, body: { key: submissionKey() } }),
    onSuccess: () => {
      save.reset()
      return refresh()
    },
  })
  return {
    send: (figures: Figures, reason?: string) => save.mutate({ figures, reason }),
    undo: (seq: number) => undo.mutate(seq),
    saved: undo.data
      ? { seq: undo.data.seq, undone: true }
      : save.data && { seq: save.data.seq, undone: false },
    busy: save.isPending || undo.isPending,
    error: save.error ?? undo.error,
  }
}
