export type { TemplateFault, TemplatePlace } from './fault.ts'
export { type Filled, fillTemplate } from './fill.ts'
export { writeStarter } from './starter.ts'
