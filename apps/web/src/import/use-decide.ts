import { type Body, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { show } from './show.ts'

export type Decision = Body<typeof routes.decideImport>

/** Each choice goes to the server at once, which plans the import anew. */
export function useDecide(id: string) {
  const decide = useMutation({
    mutationFn: (body: Decision) => call(routes.decideImport, { params: { id }, body }),
    onSuccess: show,
  })
  return { choose: decide.mutate, busy: decide.isPending, error: decide.error }
}
export type Decide = ReturnType<typeof useDecide>
