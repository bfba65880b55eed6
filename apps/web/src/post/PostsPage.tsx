import { type Response, routes } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { Waiting } from '../shell/Waiting.tsx'

/** Who holds which post. No project is shown here, and none may be. */
export function PostsPage() {
  const { t } = useTranslation()
  const query = useApi(routes.postList)
  return (
    <div className="page">
      <main>
        {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <Waiting />}
        {query.data && (
          <section className="panel">
            <header>
              <h1>{t('post.title')}</h1>
              <span className="soft">{t('post.about')}</span>
            </header>
            <PostTable data={query.data} />
          </section>
        )}
      </main>
    </div>
  )
}

function PostTable({ data }: { data: Response<typeof routes.postList> }) {
  const { t } = useTranslation()
  const unit = (id: string) => data.units.find(one => one.id === id)?.name ?? id
  return (
    <div className="table-wrap">
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('post.person')}</th>
            <th scope="col">{t('login.account')}</th>
            <th scope="col">{t('post.role')}</th>
            <th scope="col">{t('post.unit')}</th>
          </tr>
        </thead>
        <tbody>
          {data.posts.map(post => (
            <tr key={post.id}>
              <th scope="row">{post.personName}</th>
              <td>{post.account}</td>
              <td>{t(`role.${post.role}`)}</td>
              <td>{unit(post.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
