import { routes, type WarRoom } from '@guatu/contract'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { address } from '../api/client.ts'
import { useLanguage } from '../language/index.ts'
import { timesOf, useWhen } from '../time/when.ts'
import { copyPicture, copyText } from './copy.ts'

/** For the chat group: the situation as text, the table as a picture, the projects as a workbook. */
export function CopyBar({ room }: { room: WarRoom }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const when = useWhen()
  const { message } = App.useApp()
  const text = room.paragraph[language]
  const picture = async () => {
    const table = document.querySelector<HTMLElement>('.matrix')
    if (!table) return
    const done = await copyPicture(table, `${room.bar.jurisdictionName} ${room.bar.asOf}.png`)
    void message.success(t(done === 'copied' ? 'copy.picture-copied' : 'copy.picture-saved'))
  }
  return (
    <div className="copy-bar no-print">
      <span className="soft">{t('copy.title')}</span>
      <Button
        onClick={async () => {
          const done = await copyText(text)
          void (done ? message.success(t('copy.text-copied')) : message.warning(t('copy.text-failed')))
        }}
      >
        {t('copy.text')}
      </Button>
      <Button onClick={() => void picture()}>{t('copy.picture')}</Button>
      <Button href={address(routes.exportProjects, { query: timesOf(when) })} download>
        {t('copy.workbook')}
      </Button>
      <p className="paragraph">{text}</p>
    </div>
  )
}
