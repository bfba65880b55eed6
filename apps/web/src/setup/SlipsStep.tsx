import { type Response, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { queries, useApi } from '../api/use-api.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { Field } from './Field.tsx'
import { SlipSheet } from './SlipSheet.tsx'

type Holder = Response<typeof routes.listSlips>['holders'][number]

/** Opens on the machine of the server alone, so nobody else gets there by it. */
const ONLY_HERE = /^https?:\/\/(localhost|127\.|\[::1\])/

/** Who has what, and new slips for those who have not used theirs. */
export function SlipsStep() {
  const { t } = useTranslation()
  const { data, error } = useApi(routes.listSlips)
  const [address, setAddress] = useState(location.origin)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const issue = useMutation({
    mutationFn: (logins: string[]) => call(routes.issueSlips, { body: { address, logins } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: [routes.listSlips.name] })
      void queries.invalidateQueries({ queryKey: [routes.firstSteps.name] })
    },
  })
  if (error) return <ErrorNote error={error} />
  if (!data) return <Waiting />
  const waiting = data.holders.filter(one => one.state !== 'used')
  const chosen = waiting.filter(one => !left.has(one.login)).map(one => one.login)
  const toggle = (login: string) => {
    const next = new Set(left)
    if (!next.delete(login)) next.add(login)
    setLeft(next)
  }
  return (
    <>
      <p>{t('setup.slips.about')}</p>
      <HolderTable holders={data.holders} left={left} onToggle={toggle} />
      {waiting.length > 0 && (
        <>
          <Field label={t('setup.slips.address')} help={t('setup.slips.address-means')}>
            {id => (
              <Input
                id={id}
                className="address-box"
                maxLength={200}
                value={address}
                onChange={event => setAddress(event.target.value)}
              />
            )}
          </Field>
          {ONLY_HERE.test(address) && <Alert type="warning" showIcon title={t('setup.slips.only-here')} />}
          <Button
            type="primary"
            disabled={chosen.length === 0}
            loading={issue.isPending}
            onClick={() => issue.mutate(chosen)}
          >
            {t('setup.slips.issue', { count: chosen.length })}
          </Button>
        </>
      )}
      {issue.error && <ErrorNote error={issue.error} />}
      {issue.data && <SlipSheet {...issue.data} onClose={issue.reset} />}
    </>
  )
}

function HolderTable({
  holders,
  left,
  onToggle,
}: {
  holders: readonly Holder[]
  left: ReadonlySet<string>
  onToggle: (login: string) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="table-wrap holders">
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('setup.slips.print')}</th>
            <th scope="col">{t('post.person')}</th>
            <th scope="col">{t('login.account')}</th>
            <th scope="col">{t('post.unit')}</th>
            <th scope="col">{t('post.role')}</th>
            <th scope="col">{t('setup.slips.state')}</th>
          </tr>
        </thead>
        <tbody>
          {holders.map(one => (
            <tr key={one.login}>
              <td>
                {one.state !== 'used' && (
                  <Checkbox
                    checked={!left.has(one.login)}
                    aria-label={t('setup.slips.print-of', { name: one.name })}
                    onChange={() => onToggle(one.login)}
                  />
                )}
              </td>
              <th scope="row">{one.name}</th>
              <td>{one.login}</td>
              <td>{one.unitName}</td>
              <td>{one.roles.map(role => t(`role.${role}` as 'role.reporter')).join(t('setup.and'))}</td>
              <td>{t(`setup.slips.${one.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
