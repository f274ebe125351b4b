export const remarkReasons = {
  'remarks.unknown': '没有找到这条讨论',
  'remarks.empty': '您还没有学过这门课程，学了以后再评价',
} as const

export const readingReasons = {
  'reading.unknown': '没有找到这项阅读任务',
  'reading.noChapter': '这项任务没有第 {章} 章',
  'reading.withdrawn': '这项阅读任务已经撤回',
  'reading.membersOnly': '您的账号不是党员账号，没有读书计划和笔记本',
  'reading.duePast': '期限 {日期} 已经过去，请选择今天以后的日期',
  'reading.noNotebook': '还没有配发 {年} 年的学习笔记本，请联系支部',
  'reading.pageUnknown': '没有找到这一页笔记',
  'reading.reviewed': '这一页已经批阅，不能再改，请另写一页',
} as const
