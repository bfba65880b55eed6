import { type ReturnSheet, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { address, call } from '../api/client.ts'
import { queries } from '../api/use-api.ts'

export const photoLink = (project: string, sha256: string) =>
  address(routes.getEvidence, { params: { project, sha256 } })

/** Takes photos of a return's projects, and says where those kept already are. */
export function usePhotos(sheet: ReturnSheet) {
  const { period } = sheet.return
  const add = useMutation({
    mutationFn: ({ project, file }: { project: string; file: File }) =>
      call(routes.addEvidence, { params: { project, period }, file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [routes.getReturn.name] }),
  })
  const linksOf = (project: string) =>
    (sheet.rows.find(row => row.project === project)?.evidence ?? []).map(({ sha256 }) =>
      photoLink(project, sha256),
    )
  return { add, linksOf }
}
