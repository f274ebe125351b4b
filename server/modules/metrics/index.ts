/**
 * Metrics: one catalogue of numbers, each with its name, unit, definition, clause and rows.
 * A value is always an aggregate of the rows that anybody can open; it keeps nothing of its own.
 */
export { metricOf } from './catalogue/index.ts'
export type { Scope } from './catalogue/declare.ts'
export { measureAll, scopeAt, sealAll, spanOf } from './catalogue/measure.ts'
