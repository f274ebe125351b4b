export const offerKinds = {
  seat: '培训班名额',
  newClass: '拟新办的班',
  course: '网络课程',
  visit: '上门送学',
} as const

export const pickStates = { proposed: '建议', accepted: '已采纳', refused: '未能办理' } as const

/** The requirements whose gap is hours. */
export const proposalRequirements = {
  memberHours: '党员年度学时',
  committeeHours: '支部书记、班子成员年度学时',
} as const
