/** Sites: distance-education sites and lecture halls, and what they owe each month. The first page asks here. */
export { owingAt, owingOf } from './catalogue/owing.ts'
