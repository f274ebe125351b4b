/** What a package may be written for. */
export const packageStandards = { scorm12: 'SCORM 1.2', scorm2004: 'SCORM 2004' } as const

/** How far somebody is with one lesson of a package. */
export const lessonStates = {
  unstarted: '未开始',
  incomplete: '学习中',
  completed: '已学完',
  passed: '已通过',
  failed: '未通过',
} as const
