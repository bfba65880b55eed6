/** Why an upper level's form was not filled: nothing of it is written then. */
export const FORM_FAULTS = [
  /** No sheet of that name. */
  'form.no-sheet',
  /** Neither an address such as `B5` nor a name that the file defines. */
  'form.no-cell',
  /** The form reckons that cell itself. */
  'form.formula',
  /** No .xlsx, or one whose parts cannot be read. */
  'form.unreadable',
] as const
export type FormFaultCode = (typeof FORM_FAULTS)[number]

export interface FormFault {
  readonly code: FormFaultCode
  readonly params: Readonly<Record<string, string>>
}
