/**
 * Talks: whom the data suggest to talk with, and what became of it. Signs are computed against the person's own past
 * and never kept by themselves; a talk keeps the reasons of its day, and what was said under seal.
 */
export { waitingAt } from './catalogue/waiting.ts'
export { findTalksOf as talksWith } from './store.ts'
