export const topicReasons = {
  'topics.unknown': '没有找到这项学习内容',
  'topics.holdPast': '统一开展的日期 {日期} 已经过去。请选今天或以后的日子。',
  'topics.holdLate': '统一开展的日期 {日期} 晚于学完的期限 {期限}。请提前日期，或推后期限。',
  'topics.duePast': '期限 {日期} 已经过去，请选择今天以后的日期',
  'topics.audienceOutside': '有一个选中的党组织不在{名称}之下，请重新选择范围',
  'topics.noBranch': '选中的范围里没有党支部，没有人需要学',
  'topics.withdrawn': '这项学习内容已经撤回',
  'topics.notMine': '这项学习内容没有布置到您所在的支部',
  'topics.membersOnly': '您的账号不是党员账号，不能登记自学',
  'topics.nobody': '应学的党员都已学过，不用提醒',
} as const
