const STORED = 'guatu.setup-code'

/** The code from the server's window, kept for this tab until it is closed. */
export const setupCode = (): string | null => sessionStorage.getItem(STORED)

export function keepSetupCode(code: string | null): void {
  if (code === null) sessionStorage.removeItem(STORED)
  else sessionStorage.setItem(STORED, code)
}
