import { PASSWORD_LEAST, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { queries } from '../api/use-api.ts'
import { DemoInstead } from './DemoInstead.tsx'
import { Field } from './Field.tsx'
import { type Region, RegionPicker } from './RegionPicker.tsx'

const BLANK = { name: '', bureau: '', person: '', login: '', password: '', again: '' }

/** Where this is, and who begins. */
export function BeginStep() {
  const { t } = useTranslation()
  const [path, setPath] = useState<readonly Region[]>([])
  const [form, setForm] = useState(BLANK)
  const begin = useMutation({
    mutationFn: () => {
      const { again: _, ...body } = form
      return call(routes.setupBegin, { body: { ...body, region: path.at(-1)?.code } })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [routes.setupProgress.name] }),
  })
  const pick = (picked: readonly Region[]) => {
    setPath(picked)
    const region = picked.at(-1)
    if (region) setForm({ ...form, name: region.name, bureau: t('setup.bureau-of', { name: region.name }) })
  }
  const box = (key: keyof typeof BLANK) => ({
    value: form[key],
    required: true,
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [key]: event.target.value }),
  })
  const short = [...form.password].length < PASSWORD_LEAST
  const differs = form.again !== '' && form.again !== form.password
  const ready = Object.values(form).every(text => text.trim() !== '') && !short && !differs
  return (
    <div className="setup-two">
      <form
        className="panel setup-form"
        onSubmit={event => {
          event.preventDefault()
          if (ready) begin.mutate()
        }}
      >
        <h2>{t('setup.begin.title')}</h2>
        <fieldset>
          <legend>{t('setup.begin.where')}</legend>
          <RegionPicker path={path} onPick={pick} />
          <Field label={t('setup.begin.name')} help={t('setup.begin.name-means')}>
            {id => <Input id={id} maxLength={60} {...box('name')} />}
          </Field>
          <Field label={t('setup.begin.bureau')} help={t('setup.begin.bureau-means')}>
            {id => <Input id={id} maxLength={60} {...box('bureau')} />}
          </Field>
        </fieldset>
        <fieldset>
          <legend>{t('setup.begin.who')}</legend>
          <p className="soft">{t('setup.begin.who-means')}</p>
          <Field label={t('setup.begin.person')}>
            {id => <Input id={id} maxLength={60} autoComplete="name" {...box('person')} />}
          </Field>
          <Field label={t('setup.begin.login')} help={t('setup.begin.login-means')}>
            {id => (
              <Input
                id={id}
                maxLength={32}
                pattern="[a-z0-9][a-z0-9._\-]{1,31}"
                autoComplete="username"
                {...box('login')}
              />
            )}
          </Field>
          <Field label={t('setup.password')} help={t('setup.password-rule', { least: PASSWORD_LEAST })}>
            {id => (
              <Input.Password
                id={id}
                maxLength={256}
                minLength={PASSWORD_LEAST}
                autoComplete="new-password"
                {...box('password')}
              />
            )}
          </Field>
          <Field label={t('setup.password-again')} help={differs ? t('setup.password-differs') : undefined}>
            {id => (
              <Input.Password
                id={id}
                maxLength={256}
                autoComplete="new-password"
                status={differs ? 'error' : ''}
                {...box('again')}
              />
            )}
          </Field>
        </fieldset>
        {begin.error && <ErrorNote error={begin.error} />}
        <Button type="primary" size="large" htmlType="submit" disabled={!ready} loading={begin.isPending}>
          {t('setup.begin.save')}
        </Button>
      </form>
      <DemoInstead />
    </div>
  )
}
