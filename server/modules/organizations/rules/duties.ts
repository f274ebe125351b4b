import type { OrganizationKind } from '@zhixing/contract'
import { isBranch } from './kinds.ts'

export type Duties = { readonly duties: readonly string[]; readonly clause: string }

/** What the secretary answers for first, by the sort of the organization. */
export function dutiesOfSecretary(kind: OrganizationKind): Duties {
  return isBranch(kind) ? branch : committee
}

const branch: Duties = {
  duties: [
    '主持支部全面工作，日常教育管理党员由支部直接负责',
    '按期召开三会一课、主题党日，每年讲党课',
    '督促委员各司其职，抓好班子自身建设',
    '向党员大会和上级党组织报告工作',
  ],
  clause: '《中国共产党支部工作条例（试行）》第六章',
}

const committee: Duties = {
  duties: [
    '对本级党员教育管理负第一责任，年初部署、年中检查、年底述职',
    '每年至少讲一次党课，联系指导基层支部',
    '保证培训阵地、师资和经费，督促整改薄弱支部',
  ],
  clause: '《2019—2023年全国党员教育培训工作规划》保障措施',
}
