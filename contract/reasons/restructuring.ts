export const restructuringReasons = {
  'restructuring.notBranch': '只有党支部可以合并、分设：“{名称}”是{类别}',
  'restructuring.same': '不能把党支部并入它自己',
  'restructuring.otherUnit': '两个党支部属于不同的县级管理单元，请逐人办理组织关系转接',
  'restructuring.notEmpty':
    '“{名称}”还有 {党员} 名党员、{下级} 个下级组织，不能撤销；先转出党员、撤销或划转下级',
  'restructuring.openCases':
    '“{名称}”还有没有办结的事项：{事项}。请先办结、撤回或转到其他党支部，再合并或撤销',
  'restructuring.strangers': '有 {人数} 人不在“{名称}”，请刷新名单后再选',
  'restructuring.tooFew':
    '{名称}将只有 {人数} 名正式党员，不足 {下限} 名（{依据}），不能单独成立党支部',
} as const
