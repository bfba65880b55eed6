import { type ChannelView, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'

/** Puts a message on its way; the log below says what became of it. */
export function TestButton({ channel }: { channel: ChannelView['channel'] }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const test = useMutation({
    mutationFn: () => call(routes.testChannel, { params: { channel } }),
    onSuccess: () => {
      void message.success(t('channel.test-begun'))
      return refresh()
    },
    onError: error => void message.open({ content: <ErrorNote error={error} /> }),
  })
  return (
    <Button size="small" loading={test.isPending} onClick={() => test.mutate()}>
      {t('channel.test')}
    </Button>
  )
}
