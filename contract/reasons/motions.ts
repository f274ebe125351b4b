export const motionReasons = {
  'motions.unknown': '没有找到这个议题',
  'motions.notHere': '{名称}不设议题表决，请在党员大会、支委会或主题党日提出',
  'motions.many': '一次会议最多 {上限} 个议题，请分次召开',
  'motions.voted': '这个议题已经表决，不能再改文字；要重新表决的，直接登记新的结果',
  'motions.unmarked': '还有 {人数} 人没有点到，点完名才知道谁能表决',
  'motions.quorum':
    '应到会有表决权的 {应到} 人，实到 {实到} 人，不足 {需要} 人，不能表决。可以暂缓表决，写明原因',
  'motions.votesNone': '赞成、反对、弃权都是 0，请填写表决人数',
  'motions.votesMany': '赞成、反对、弃权合计 {合计} 人，超过到会有表决权的 {实到} 人',
  'motions.voting': '议题“{议题}”正在无记名投票，请先计票或者宣布无效',
  'motions.inBallot': '这个议题正在无记名投票，请先计票或者宣布无效',
  'motions.byBallot': '这个议题已经无记名投票并计票，不能再登记；要重新表决的，再投一轮',
  'motions.open': '议题“{议题}”还没有表决结果，请登记表决或写明暂缓的原因',
  'motions.outvoted':
    '议题“{议题}”登记的表决人数 {合计} 多于现在到会有表决权的 {实到} 人，请重新登记',
  'motions.lostQuorum': '按现在的到会情况，议题“{议题}”表决时不足法定人数，请暂缓表决',
  'motions.notClosed': '记录关闭以后才能公开结果，请先关闭记录',
  'motions.nothingToSay': '暂缓表决的议题没有结果可以公开',
  'motions.published': '结果已经向支部公开，不能再改',
} as const
