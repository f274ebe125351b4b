export const requirementReasons = {
  'requirements.notOwed': '这名党员这一年没有这项学习要求',
  'requirements.nobody': '没有需要提醒的人：所选范围内都已达标或按进度完成',
  'requirements.noRows': '所选范围内没有人，没有可以导出的内容',
  'requirements.month': '{月份} 还没有到，不能提醒',
} as const
