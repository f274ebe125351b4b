import type { dutySignings } from '@zhixing/contract/duty-words.ts'

const namedMax = 5

/** What somebody is told about the duties of a post. */
export function reminderOf(
  seat: string,
  late: readonly string[],
  signing: keyof typeof dutySignings,
): string {
  const named = late.slice(0, namedMax).join('、')
  const more = late.length > namedMax ? `等 ${late.length} 项` : ''
  const parts = [late.length > 0 ? `逾期未完成：${named}${more}` : '', signings[signing]].filter(
    Boolean,
  )
  return `您担任${seat}，${parts.join('；')}。请尽快办理。`
}

const signings: Readonly<Record<keyof typeof dutySignings, string>> = {
  vacant: '',
  unsigned: '本年度责任清单还没有签收',
  handover: '接任后还没有办理责任交接',
  changed: '责任清单有变化，需要重新签收',
  signed: '',
}
