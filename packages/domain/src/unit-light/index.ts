export { unitLightsOf } from './lights.ts'
