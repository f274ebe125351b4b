export const leaderReasons = {
  'leaders.unknown': '找不到这名领导干部，或不在您的管理范围内。请从名单里选。',
  'leaders.notLeader':
    '{姓名}不在领导干部名单里。党组织委员以上任职、或标记为“党员领导干部”的才能联系支部。',
  'leaders.branchOnly': '联系点是党支部。“{名称}”不是支部，请选一个支部。',
  'leaders.ownBranch': '“{名称}”就是{姓名}所在的支部，不能再作为联系点。请选别的支部。',
  'leaders.already': '{姓名}已经联系“{名称}”，不用再安排。',
  'leaders.pointUnknown': '找不到这个联系点，可能已经结束。请刷新后再试。',
  'leaders.fromFar': '开始联系的日期 {日期} 离今天太远。请填一年以内的日子。',
  'leaders.notYou': '学习计划由党员领导干部本人填写，您不在领导干部名单里。',
  'leaders.itemYear': '“{事项}”的期限 {日期} 不在 {年份} 年。请改到这一年内。',
  'leaders.itemTwice': '计划里有两项编号相同。请刷新后重填。',
  'leaders.empty': '计划里还没有一项内容，不能报送。请至少写一项。',
  'leaders.itemUnknown': '计划里没有这一项，可能已被删去。请重新选择，或记为计划外的学习。',
  'leaders.itemStudied': '“{事项}”已经有学习记录，不能从计划里删去。',
  'leaders.ahead': '{日期}还没有到，学了以后再记。',
  'leaders.otherYear': '{日期}不在 {年份} 年，请记到那一年去。',
} as const
