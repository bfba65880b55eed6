import { useEffect, useRef, useState } from 'react'
import type { GridWords } from './words.ts'

/** Photos of the site: shown at once from the device, beside those kept before. */
export function PhotoSlot({
  kept,
  words,
  onPhoto,
}: {
  kept: readonly string[]
  words: GridWords
  onPhoto: (file: File) => void
}) {
  const { t } = words
  const [taken, setTaken] = useState<readonly { name: string; address: string }[]>([])
  const shown = useRef<string[]>([])
  useEffect(() => {
    const addresses = shown.current
    return () => {
      for (const address of addresses) URL.revokeObjectURL(address)
    }
  }, [])
  const take = (files: readonly File[]) => {
    const fresh = files.map(file => ({ name: file.name, address: URL.createObjectURL(file) }))
    shown.current.push(...fresh.map(one => one.address))
    setTaken([...taken, ...fresh])
    for (const file of files) onPhoto(file)
  }
  return (
    <div className="photo-slot">
      <label className="photo-take">
        {t('grid.photo')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          multiple
          onChange={event => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            take(files)
          }}
        />
      </label>
      <ul className="rows">
        {kept.map(address => (
          <li key={address}>
            <img src={address} alt={t('grid.photo-kept')} />
          </li>
        ))}
        {taken.map(({ name, address }) => (
          <li key={address}>
            <img src={address} alt={name} />
          </li>
        ))}
      </ul>
    </div>
  )
}
