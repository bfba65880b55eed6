/** What happened, what was kept, what to do now: one message in each language, with the values it names in braces. */
export interface ErrorEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503
  readonly zh: string
  readonly en: string
}
