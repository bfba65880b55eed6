import type { ReactNode } from 'react'
import type { GridWords } from './words.ts'

/** Photos of the site: those that the server has, and those that wait on the device. */
export function PhotoSlot({
  kept,
  waiting,
  words,
  onPhotos,
}: {
  kept: readonly string[]
  waiting: ReactNode
  words: GridWords
  onPhotos: (files: readonly File[]) => void
}) {
  const { t } = words
  return (
    <div className="photo-slot">
      <label className="photo-take">
        {t('grid.photo')}
        <input
          type="file"
          // Named one by one, so that an iPhone hands over a JPEG and not its own HEIC.
          accept="image/jpeg,image/png,image/webp"
          capture="environment"
          multiple
          onChange={event => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            onPhotos(files)
          }}
        />
      </label>
      <div className="photo-row">
        {kept.map(address => (
          <img key={address} src={address} alt={t('grid.photo-kept')} />
        ))}
        {waiting}
      </div>
    </div>
  )
}
