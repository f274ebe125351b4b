export const siteReasons = {
  'sites.unknown': '没有找到这个站点',
  'sites.manager': '没有找到这名党员，请重新选管理员',
  'sites.equipmentUnknown': '没有找到这项设备',
  'sites.bought': '购置日期不能晚于今天（{今天}）',
  'sites.early': '{月份} 还没有结束，{日期} 起可以交',
  'sites.before': '“{名称}”{日期} 才登记，不用交 {月份} 的记录',
  'sites.known': '{月份} 的记录{姓名}已经交了，请刷新后再改',
  'sites.staffUnknown': '没有找到这名工作人员',
  'sites.staffKnown': '{姓名}已经登记为{岗位}',
} as const
