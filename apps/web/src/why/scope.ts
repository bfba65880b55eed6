const NATURES = ['continuing', 'new', 'preparatory'] as const
export type Nature = (typeof NATURES)[number]
export const isNature = (text: string): text is Nature => (NATURES as readonly string[]).includes(text)

export interface ScopeWord {
  readonly kind: 'jurisdiction' | 'list' | 'unit'
  readonly id: string
  readonly nature?: Nature
}

/** `list:key/new+list:key/continuing` → its parts. */
export function scopeWords(scope: string): ScopeWord[] {
  return scope.split('+').map(part => {
    const [kind = '', rest = ''] = part.split(':')
    const [id = '', nature = ''] = rest.split('/')
    if (kind === 'list') return { kind, id, nature: isNature(nature) ? nature : undefined }
    return kind === 'unit' ? { kind, id } : { kind: 'jurisdiction', id: '' }
  })
}
