export const procedureReasons = {
  'procedures.unknown': '没有找到这次办理',
  'procedures.open': '“{名称}”已经在办理，现在是“{步骤}”',
  'procedures.finished': '“{名称}”已经办结，不能再办',
  'procedures.step': '现在已经是“{步骤}”，请刷新后再办',
  'procedures.outcome': '“{步骤}”没有这种结果，可以选择：{结果}',
  'procedures.right': '“{步骤}”由{谁}办理',
  'procedures.above': '“{步骤}”由上级党组织办理，不能由本级自己办',
  'procedures.starter': '“{步骤}”由提出的人（{姓名}）办理',
  'procedures.early': '“{步骤}”最早 {日期} 可以办理',
  'procedures.reason': '“{步骤}”选择“{结果}”，要写明理由',
  'procedures.paper': '“{步骤}”要附{材料}，请先上传',
  'procedures.strangePaper': '“{步骤}”不需要这份材料，请刷新后再办',
} as const
