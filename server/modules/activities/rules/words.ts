const time = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const day = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
})

/** 9月25日周五 09:00 */
export function momentWords(moment: Date): string {
  return `${day.format(moment).replace(' ', '')} ${time.format(moment)}`
}

export function timeWords(moment: Date): string {
  return time.format(moment)
}

type Plan = {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string
  readonly link: string
  readonly hostName: string
  readonly agenda: readonly { readonly title: string }[]
}

/** What a notice says of an activity. */
export function callWords({ startsAt, endsAt, place, link, hostName, agenda }: Plan): string {
  return [
    `时间：${momentWords(startsAt)}—${timeWords(endsAt)}`,
    ...(place === '' ? [] : [`地点：${place}`]),
    ...(link === '' ? [] : [`线上参加：${link}`]),
    ...(hostName === '' ? [] : [`主持：${hostName}`]),
    `议程：${agenda.map(({ title }, at) => `${at + 1}. ${title}`).join('；')}`,
    '不能参加的，请在开始前请假并写明原因。',
  ].join('\n')
}
