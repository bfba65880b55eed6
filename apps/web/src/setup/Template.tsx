import { routes } from '@guatu/contract'
import type { ReactNode } from 'react'
import { address } from '../api/client.ts'

/** A form to be filled in with the clerk's own program. */
export function Template({
  kind,
  children,
}: {
  kind: 'roster' | 'projects' | 'returns'
  children: ReactNode
}) {
  return (
    <a className="template" href={address(routes.getTemplate, { params: { kind } })} download>
      {children}
    </a>
  )
}
