/** The slip's code where its link was opened: `/login?code=…`. */
export const codeInAddress = (): string | undefined =>
  location.pathname === '/login'
    ? (new URLSearchParams(location.search).get('code')?.slice(0, 64) ?? undefined)
    : undefined

/** The code does not stay in the address bar or the history. */
export const leaveCode = (): void => history.replaceState(null, '', '/')
