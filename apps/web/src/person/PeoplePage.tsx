import { routes, type Slip } from '@guatu/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { useMe } from '../session/me.ts'
import { SlipSheet } from '../setup/SlipSheet.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import '../setup/setup.css'
import { AddPost } from './AddPost.tsx'
import { EndPost } from './EndPost.tsx'
import { type Filter, Filters, passes } from './Filters.tsx'
import { HandOver } from './HandOver.tsx'
import { Log } from './Log.tsx'
import { PersonTable } from './PersonTable.tsx'
import type { Deed, People } from './people.ts'
import { Reset } from './Reset.tsx'
import './person.css'

/** Who holds which post, and everything that happens to people after the first day. */
export function PeoplePage() {
  const { t } = useTranslation()
  const { post } = useMe()
  const query = useApi(routes.listPersons)
  const [slip, setSlip] = useState<Slip>()
  return (
    <div className="page">
      <main className="people">
        {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <Waiting />}
        {slip ? (
          <SlipSheet
            jurisdictionName={post.jurisdictionName}
            slips={[slip]}
            onClose={() => setSlip(undefined)}
          />
        ) : (
          query.data && <Shown people={query.data} onSlip={setSlip} />
        )}
        {query.data?.persons.length === 0 && <p className="soft">{t('person.none')}</p>}
      </main>
    </div>
  )
}

function Shown({ people, onSlip }: { people: People; onSlip: (slip: Slip) => void }) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<Filter>({ text: '', unit: '', state: '' })
  const [deed, setDeed] = useState<Deed>()
  const shown = people.persons.filter(person => passes(person, filter))
  const close = () => setDeed(undefined)
  return (
    <>
      <section className="panel" aria-label={t('post.title')}>
        <header>
          <h1>{t('post.title')}</h1>
          <span className="soft">
            {t('person.count', { shown: shown.length, all: people.persons.length })}
          </span>
        </header>
        <div className="people-tools">
          <Filters people={people} filter={filter} onChange={setFilter} />
          {people.gives.length > 0 && (
            <Button type="primary" onClick={() => setDeed({ kind: 'add' })}>
              {t('person.add')}
            </Button>
          )}
        </div>
        {shown.length > 0 ? (
          <PersonTable persons={shown} gives={people.gives.length > 0} onDeed={setDeed} />
        ) : (
          people.persons.length > 0 && <p className="soft">{t('person.none-found')}</p>
        )}
      </section>
      {people.log.length > 0 && <Log log={people.log} />}
      {deed?.kind === 'add' && (
        <AddPost people={people} person={deed.person} onClose={close} onSlip={onSlip} />
      )}
      {deed?.kind === 'end' && (
        <EndPost today={people.today} person={deed.person} post={deed.post} onClose={close} />
      )}
      {deed?.kind === 'hand-over' && <HandOver people={people} person={deed.person} onClose={close} />}
      {deed?.kind === 'reset' && <Reset person={deed.person} onClose={close} onSlip={onSlip} />}
    </>
  )
}
