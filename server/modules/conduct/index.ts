/**
 * Conduct: how each membership is lived, and what is done where it is not. Three clocks are computed, never kept; what
 * was said about somebody is sealed, and every look at it leaves a trace.
 */
export { clocksAt } from './catalogue/clocks.ts'
