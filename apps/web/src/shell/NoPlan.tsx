import { lazy } from 'react'

const PostsPage = lazy(async () => ({ default: (await import('../post/PostsPage.tsx')).PostsPage }))

/** An administrator keeps accounts and sees no business data, at whatever address. */
export function NoPlan() {
  return <PostsPage />
}
