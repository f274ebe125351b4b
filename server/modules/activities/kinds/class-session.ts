import type { Kind } from '../rules/kind.ts'

/** One lesson of a training class: opened by the class, attended by whoever is enrolled, from every unit. */
export const classSession: Kind = {
  key: 'classSession',
  name: '培训班课程',
  due: 'listed',
  parts: [],
  needsChosen: false,
  needsMinutes: false,
  hasLecturer: true,
  hours: {
    source: 'class',
    counted: 'all',
  },
}
