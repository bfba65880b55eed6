import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bytesOf } from '../keep/photo-store.ts'
import type { UnsentPhoto } from '../keep/queue.ts'
import { standOf } from './use-photos.ts'

const SIGNS = { waiting: '◷', sending: '↑', held: '▲' } as const

/** A photo that only this device has, with how it stands. */
export function WaitingPhoto({ photo, sending }: { photo: UnsentPhoto; sending: string | undefined }) {
  const { t } = useTranslation()
  const [link, setLink] = useState<string>()
  const { key, type } = photo
  useEffect(() => {
    let made: string | undefined
    let gone = false
    void bytesOf(key).then(bytes => {
      if (!bytes || gone) return
      made = URL.createObjectURL(new Blob([bytes], { type }))
      setLink(made)
    })
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [key, type])
  const stand = standOf(photo, sending)
  return (
    <span className="photo-waiting">
      {link && <img src={link} alt={photo.name} />}
      <small>
        <span aria-hidden="true">{SIGNS[stand]}</span> {t(`evidence.stand.${stand}`)}
      </small>
    </span>
  )
}
