export const ruleReasons = {
  'rules.unknown': '没有这项规则参数',
  'rules.unknownValue': '没有找到这条参数设定',
  'rules.shape': '“{名称}”的值填写有误，应为{要求}',
  'rules.looser':
    '“{名称}”下级只能更严，不能放宽：上级现行值为{上级值}（{上级}，依据{依据}），您填写的是{填写值}',
  'rules.past': '参数只能从今天起施行，不能倒填到 {日期}：已经开始的事项按旧参数办完',
  'rules.span': '失效日期应在施行日期之后',
  'rules.sameDay': '本级已有一条自 {日期} 起施行的设定，请先撤回再设',
  'rules.rootOnly': '只有最上级党组织可以更正全国参数，本级请用“从严设定”',
  'rules.withdrawn': '这条设定已经撤回',
  'rules.national': '全国参数不能撤回；有误的，由最上级党组织另设一条更新的参数',
} as const
