import type { Kind } from '../rules/kind.ts'

/** 党委（党组）理论学习中心组学习: opened by the study group, attended by its members; one sitting is worth what the rule says. */
export const studyGroupSession: Kind = {
  key: 'studyGroupSession',
  name: '中心组学习',
  due: 'listed',
  parts: [],
  needsChosen: false,
  needsMinutes: true,
  hasLecturer: false,
  hours: {
    source: 'studyGroup',
    counted: 'all',
  },
}
