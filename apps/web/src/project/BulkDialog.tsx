import { type Body, type Response, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { usePick } from '../language/index.ts'
import { useVocabulary } from '../session/me.ts'
import { BulkPreview } from './BulkPreview.tsx'

export type Selection = Body<typeof routes.previewBulk>['select']
type Change = Body<typeof routes.previewBulk>['change']
type Previewed = Response<typeof routes.previewBulk>

/** Three steps in one box: what to set, what it would do, that it is done, with the way back. */
export function BulkDialog({ select, onClose }: { select: Selection; onClose: () => void }) {
  const { t } = useTranslation()
  const [change, setChange] = useState<Change>({})
  const [reason, setReason] = useState('')
  const preview = useMutation({
    mutationFn: () => call(routes.previewBulk, { body: { select, change } }),
  })
  const commit = useMutation({
    mutationFn: ({ hash }: Previewed) =>
      call(routes.commitBulk, { body: { select, change, hash, reason: reason.trim() } }),
    onSuccess: refresh,
  })
  const set = (next: Change) => {
    preview.reset()
    commit.reset()
    setChange(next)
  }
  const asks = Object.values(change).some(value => value !== undefined)
  const shown = preview.data
  return (
    <Modal open width={760} footer={null} title={t('bulk.title')} onCancel={onClose} className="bulk">
      {commit.data ? (
        <Done done={commit.data} onClose={onClose} />
      ) : (
        <>
          <Fields change={change} set={set} />
          {preview.error && <ErrorNote error={preview.error} />}
          {!shown && (
            <Button
              type="primary"
              disabled={!asks}
              loading={preview.isPending}
              onClick={() => preview.mutate()}
            >
              {t('bulk.preview')}
            </Button>
          )}
          {shown && <BulkPreview preview={shown} />}
          {shown && shown.counts.changed > 0 && (
            <div className="bulk-commit">
              <Input
                value={reason}
                maxLength={200}
                placeholder={t('bulk.reason')}
                aria-label={t('bulk.reason')}
                onChange={event => setReason(event.target.value)}
              />
              <Button
                type="primary"
                disabled={reason.trim() === ''}
                loading={commit.isPending}
                onClick={() => commit.mutate(shown)}
              >
                {t('bulk.commit', { count: shown.counts.changed })}
              </Button>
            </div>
          )}
          {commit.error && <ErrorNote error={commit.error} retry={() => set(change)} />}
        </>
      )}
    </Modal>
  )
}

function Fields({ change, set }: { change: Change; set: (next: Change) => void }) {
  const { t } = useTranslation()
  const pick = usePick()
  const { units, lists } = useVocabulary()
  const listOptions = lists.map(list => ({ value: list.id, label: pick(list) }))
  const search = { optionFilterProp: 'label' }
  return (
    <div className="bulk-fields">
      <Row label={t('matrix.unit')}>
        <Select
          allowClear
          showSearch={search}
          placeholder={t('bulk.stays')}
          aria-label={t('matrix.unit')}
          value={change.leadUnit}
          onChange={(leadUnit: string | undefined) => set({ ...change, leadUnit })}
          options={units
            .filter(unit => unit.kind !== 'enterprise')
            .map(unit => ({ value: unit.id, label: unit.name }))}
        />
      </Row>
      {(['leader', 'sector', 'fundSource'] as const).map(name => (
        <Row key={name} label={t(`facet.${name === 'fundSource' ? 'fund' : name}`)}>
          <Input
            allowClear
            maxLength={100}
            placeholder={t('bulk.stays')}
            aria-label={t(`facet.${name === 'fundSource' ? 'fund' : name}`)}
            value={change[name] ?? ''}
            onChange={event => set({ ...change, [name]: event.target.value.trim() || undefined })}
          />
        </Row>
      ))}
      {(['joins', 'leaves'] as const).map(name => (
        <Row key={name} label={t(`bulk.${name}`)}>
          <Select
            allowClear
            placeholder={t('bulk.stays')}
            aria-label={t(`bulk.${name}`)}
            value={change[name]}
            onChange={(list: string | undefined) => set({ ...change, [name]: list })}
            options={listOptions}
          />
        </Row>
      ))}
    </div>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <span>{label}</span>
      {children}
    </div>
  )
}

function Done({ done, onClose }: { done: Response<typeof routes.commitBulk>; onClose: () => void }) {
  const { t } = useTranslation()
  const undo = useMutation({
    mutationFn: () => call(routes.undoBatch, { params: { id: done.batch }, body: {} }),
    onSuccess: refresh,
  })
  return (
    <div className="bulk-done">
      <p role="status">
        {undo.data
          ? t('bulk.undone')
          : t('bulk.done', { count: done.changed, first: done.firstSeq, last: done.lastSeq })}
      </p>
      {undo.error && <ErrorNote error={undo.error} />}
      {!undo.data && (
        <Button loading={undo.isPending} onClick={() => undo.mutate()}>
          {t('bulk.undo')}
        </Button>
      )}
      <Button type="primary" onClick={onClose}>
        {t('bulk.close')}
      </Button>
    </div>
  )
}
