import 'i18next'
import type zh from './zh.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    keySeparator: false
    nsSeparator: false
    returnNull: false
    resources: { translation: typeof zh }
  }
}
