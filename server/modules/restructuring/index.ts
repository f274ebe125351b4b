/**
 * Restructuring: branches merged, divided and dissolved, with the members they have.
 * The tree does not know members, and members do not know each other's branches: both meet here.
 */
export { recount } from './store.ts'
