export const talkReasons = {
  'talks.unknown': '没有找到这次谈话',
  'talks.self': '不能约自己谈话，请由上级党组织办理',
  'talks.cause': '{姓名}目前不在关注名单上，请写明为什么谈话',
  'talks.open': '已经约了{姓名}谈话，还没有办结',
  'talks.past': '{日期} 已经过去，请约今天或以后的日子',
  'talks.ahead': '{日期} 还没有到，谈话以后再记录',
  'talks.state': '这次谈话{状态}，不能这样办理，请刷新',
  'talks.order': '跟进日期应在 {日期} 之后',
  'talks.late': '“{名称}”为{上限}（{依据}），最迟 {日期} 跟进',
  'talks.left': '{姓名}已经不在名册上',
} as const
