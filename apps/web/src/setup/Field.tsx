import { type ReactNode, useId } from 'react'

/** One labelled box of a form, with what is to be known beneath it. */
export function Field({
  label,
  help,
  children,
}: {
  label: string
  help?: string
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {help && <small className="soft">{help}</small>}
    </div>
  )
}
