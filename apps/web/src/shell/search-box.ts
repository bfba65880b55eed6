export const SEARCH_BOX = 'search-projects'

export function focusSearch(): void {
  document.getElementById(SEARCH_BOX)?.focus()
}
