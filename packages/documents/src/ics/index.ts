export { type DayCalendar, type DayEvent, writeIcs } from './write.ts'
