import { routes, type View } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Modal, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { copyText } from '../board/copy.ts'

interface Props {
  readonly views: readonly View[]
  readonly current: View | undefined
  /** What is looked at now, as a view would keep it. */
  readonly query: Readonly<Record<string, string>>
  readonly open: (view: View) => void
  readonly close: () => void
}

/** Filters, order and columns under a name: own ones and those that colleagues share. */
export function ViewsMenu({ views, current, query, open, close }: Props) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  const [editing, setEditing] = useState<'new' | View>()
  /** The box stands above the list: both at once would cover each other. */
  const edit = (view: 'new' | View) => {
    setShown(false)
    setEditing(view)
  }
  const changed = current !== undefined && !sameQuery(current.query, query)
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={shown}
        onOpenChange={setShown}
        content={
          <div className="views">
            {views.length === 0 && <p className="soft">{t('view.none')}</p>}
            <ul className="rows">
              {views.map(view => (
                <li key={view.id} aria-current={view.id === current?.id || undefined}>
                  <button
                    type="button"
                    className="plain view-name"
                    onClick={() => {
                      open(view)
                      setShown(false)
                    }}
                  >
                    {view.name}
                    <small>
                      {view.own
                        ? view.shared
                          ? t('view.shared')
                          : ''
                        : t('view.of', { name: view.ownerName })}
                    </small>
                  </button>
                  <CopyLink view={view} />
                  {view.own && (
                    <button type="button" className="plain as-link" onClick={() => edit(view)}>
                      {t('view.edit')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            <Button block onClick={() => edit('new')}>
              {t('view.save')}
            </Button>
          </div>
        }
      >
        <Button>
          {current ? t(changed ? 'view.changed' : 'view.current', { name: current.name }) : t('view.title')} ▾
        </Button>
      </Popover>
      {changed && current?.own && <Update view={current} query={query} />}
      {editing && (
        <Edit
          view={editing === 'new' ? undefined : editing}
          query={query}
          onDone={(id, gone) => {
            setEditing(undefined)
            if (gone && gone === current?.id) close()
            if (id && editing === 'new')
              open({ id, name: '', query, shared: false, own: true, ownerName: '' })
          }}
        />
      )}
    </>
  )
}

const sameQuery = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) => {
  const text = (all: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(all).sort())
  return text(a) === text(b)
}

function CopyLink({ view }: { view: View }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  if (!view.shared) return null
  const copy = async () => {
    const done = await copyText(`${location.origin}/projects?view=${view.id}`)
    void (done ? message.success(t('view.link-copied')) : message.warning(t('copy.text-failed')))
  }
  return (
    <button type="button" className="plain as-link" onClick={() => void copy()}>
      {t('view.link')}
    </button>
  )
}

function Update({ view, query }: { view: View; query: Readonly<Record<string, string>> }) {
  const { t } = useTranslation()
  const update = useMutation({
    mutationFn: () => call(routes.changeView, { params: { id: view.id }, body: { query: { ...query } } }),
    onSuccess: refresh,
  })
  return (
    <Button loading={update.isPending} onClick={() => update.mutate()}>
      {t('view.update')}
    </Button>
  )
}

/** Names a new view, or renames, shares or deletes an own one. */
function Edit({
  view,
  query,
  onDone,
}: {
  view: View | undefined
  query: Readonly<Record<string, string>>
  onDone: (saved?: string, gone?: string) => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const save = useMutation({
    mutationFn: () =>
      view
        ? call(routes.changeView, { params: { id: view.id }, body: { name, shared } })
        : call(routes.addView, { body: { name, shared, query: { ...query } } }),
    onSuccess: async ({ id }) => {
      await refresh()
      onDone(id)
    },
  })
  const drop = useMutation({
    mutationFn: (id: string) => call(routes.deleteView, { params: { id } }),
    onSuccess: async (_, id) => {
      await refresh()
      onDone(undefined, id)
    },
  })
  return (
    <Modal
      open
      title={t(view ? 'view.edit-title' : 'view.save')}
      okText={t('view.ok')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: name.trim() === '', loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={() => onDone()}
    >
      {save.error && <ErrorNote error={save.error} />}
      <div className="view-form">
        <Input
          autoFocus
          value={name}
          maxLength={60}
          placeholder={t('view.name')}
          aria-label={t('view.name')}
          onChange={event => setName(event.target.value)}
          onPressEnter={() => name.trim() !== '' && save.mutate()}
        />
        <Checkbox checked={shared} onChange={event => setShared(event.target.checked)}>
          {t('view.share')}
        </Checkbox>
        <p className="soft">{t('view.share-means')}</p>
        {view && (
          <Button danger onClick={() => drop.mutate(view.id)} loading={drop.isPending}>
            {t('view.delete')}
          </Button>
        )}
      </div>
    </Modal>
  )
}
