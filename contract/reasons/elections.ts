export const electionReasons = {
  'elections.unknown': '没有找到这次选举',
  'elections.branchOnly': '{名称}不是党支部，这里办理支部的选举；党委、总支换届请在党组织里登记',
  'elections.going': '{名称}已经有一次选举在进行，请先办完或者撤销',
  'elections.seats': '支部委员会由 {下限} 至 {上限} 名委员组成（{依据}），现在写的是 {应选} 名',
  'elections.one': '书记由党员大会直接选举时，应选 1 名',
  'elections.surplus':
    '应选 {应选} 名，候选人至少 {至少} 名，现在 {人数} 名：差额不少于应选人数的 {比例}（{依据}）',
  'elections.twice': '候选人里有人写了两次',
  'elections.standing':
    '有的人不能做候选人：预备党员、停止党籍、留党察看和不在本支部的没有被选举权',
  'elections.lost':
    '{姓名}现在没有被选举权，或者已经不在本支部，不能列入选票：第一轮请撤销后重新提名，以后各轮请另选候选人',
  'elections.state': '现在是“{状态}”，不能这样办',
  'elections.approvedOn': '批复日期不能晚于今天（{今天}）',
  'elections.notApproved': '候选人预备人选还没有批复，不能发票',
  'elections.meeting': '没有找到这次党员大会，或者它不是{名称}的党员大会',
  'elections.closed': '会议记录已经关闭，不能再发票',
  'elections.unmarked': '还有 {人数} 人没有点到，点完名才知道谁能投票',
  'elections.full': '应选的 {应选} 名已经选出，不用再投',
  'elections.voting': '正在投票，请先计票或者宣布无效',
  'elections.whoStands': '上一轮没有同票的人，请选定这一轮的候选人',
  'elections.stands': '这一轮的候选人只能是还没有当选的候选人和上一轮另选的人',
  'elections.notFull': '应选 {应选} 名，选出 {当选} 名，还缺 {缺额} 名，请再投一轮',
  'elections.holders': '登记的班子要和当选的人一致，每人一个职务',
} as const
