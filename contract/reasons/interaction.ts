export const interactionReasons = {
  'interaction.unknown': '没有找到这次活动或课程，或者没有通知您参加',
  'interaction.closed': '“{名称}”已经结束，互动的结果随记录保存，不再改动',
  'interaction.membersOnly': '现场互动由党员参加，您的账号没有关联党员',
  'interaction.pollUnknown': '没有找到这道投票题',
  'interaction.pollState': '这道投票题{状态}，不能{动作}',
  'interaction.otherOpen': '“{名称}”还在投票，先结束它再开始下一题',
  'interaction.askedUnknown': '没有找到这个提问',
  'interaction.askedHidden': '这个提问已隐藏：{原因}',
  'interaction.groupUnknown': '没有找到这个组',
  'interaction.grouped': '已经有人进组，不能重新分组',
  'interaction.notMine': '您不在这个组，不能写它的成果',
  'interaction.reported': '您的组已经写了成果，不能再换组',
} as const
