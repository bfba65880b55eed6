import type { PersonRow, Response, routes } from '@guatu/contract'

export type People = Response<typeof routes.listPersons>
export type Deed =
  | { readonly kind: 'add'; readonly person?: PersonRow }
  | { readonly kind: 'end'; readonly person: PersonRow; readonly post: PersonRow['posts'][number] }
  | { readonly kind: 'hand-over'; readonly person: PersonRow }
  | { readonly kind: 'reset'; readonly person: PersonRow }
