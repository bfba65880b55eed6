import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SEARCH_BOX } from './search-box.ts'

/** Finds projects by name, code, unit or leader: the list page does the finding. */
export function SearchBox() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) void navigate({ to: '/projects', search: { q: text.trim() } })
  }
  return (
    <search className="search-box">
      <form onSubmit={submit}>
        <input
          id={SEARCH_BOX}
          type="search"
          value={text}
          maxLength={100}
          placeholder={t('shell.search')}
          aria-label={t('shell.search')}
          onChange={event => setText(event.target.value)}
        />
      </form>
    </search>
  )
}
