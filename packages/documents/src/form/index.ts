export { FORM_FAULTS, type FormFault, type FormFaultCode } from './fault.ts'
export { type FormCell, fillForm } from './fill.ts'
export type { FormValue } from './splice.ts'
