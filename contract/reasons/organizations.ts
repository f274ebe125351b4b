export const organizationReasons = {
  'organizations.unknown': '没有找到这个党组织',
  'organizations.leaf': '党支部下只能设党小组，党小组下不能再设组织',
  'organizations.kind': '{上级类别}下不能设{下级类别}',
  'organizations.nameTaken': '{上级}下已有名为“{名称}”的组织，请换一个名称',
  'organizations.full':
    '{上级}直接下设的组织已有 {上限} 个，请先在其下设一级党委或总支，再归到那里',
  'organizations.codeTaken': '组织代码 {代码} 已被其他组织使用',
  'organizations.employerCode': '统一社会信用代码“{代码}”有误：{原因}',
  'organizations.below': '不能把党组织划到它自己或它的下级之下',
  'organizations.same': '它本来就在这个上级之下',
  'organizations.root': '最上级党组织不能划转或撤销',
  'organizations.otherUnit':
    '不能跨县级管理单元划转整个组织：党员的档案和学时属于原单元，请逐人办理组织关系转接',
  'organizations.kindFixed': '已有党员或下级组织的{原类别}不能改为{新类别}',
  'organizations.dissolved': '这个党组织已于 {日期} 撤销，只能查看',
} as const
