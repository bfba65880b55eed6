import { type ReturnSheet, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { address, call } from '../api/client.ts'
import { queries } from '../api/use-api.ts'

type Row = ReturnSheet['rows'][number]

export const photoLink = (project: string, { period, sha256 }: Row['evidence'][number]) =>
  address(routes.getEvidence, { params: { project, period, sha256 } })

/** Those of earlier periods are only there for the checks. */
export const photosOf = (row: Row, period: string) => row.evidence.filter(photo => photo.period === period)

/** Takes photos of a return's projects, and says where those kept already are. */
export function usePhotos(sheet: ReturnSheet) {
  const { period } = sheet.return
  const add = useMutation({
    mutationFn: ({ project, file }: { project: string; file: File }) =>
      call(routes.addEvidence, { params: { project, period }, file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [routes.getReturn.name] }),
  })
  const linksOf = (project: string) => {
    const row = sheet.rows.find(one => one.project === project)
    return row ? photosOf(row, period).map(photo => photoLink(project, photo)) : []
  }
  return { add, linksOf }
}
