export const memberReasons = {
  'members.unknown': '没有找到这名党员',
  'members.left': '这名党员已经移出名册',
  'members.idTaken': '名册里已有这个身份证号的党员，请先查找，不要重复登记',
  'members.notBranch': '“{组织}”不是党支部，党员应编入党支部',
  'members.sameBranch': '这名党员已经在“{组织}”',
  'members.otherUnit': '“{组织}”属于别的管理单元，请办理组织关系转接',
  'members.dayOff': '日期应在 {最早} 至 {最晚} 之间',
  'members.excused': '这名党员已经免作硬性要求，先终止原来的再重新登记',
  'members.excuseUnknown': '没有找到这条免硬性要求的记录',
  'members.excuseEnded': '这条免硬性要求的记录已经终止',
  'members.untilEarly': '截止日期早于开始日期',
  'members.noneToExport': '没有可以导出的党员',
} as const
