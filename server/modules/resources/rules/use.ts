type Used = {
  readonly kind: 'lecturer' | 'room' | 'base' | 'kit'
  readonly isShared: boolean
  readonly items: number
  readonly percent: number | null
  readonly noShows: number
}

/** What to do about a resource that is hardly used, or nothing where it is used enough. */
export function suggestionFor(used: Used, idleBelow: number): string {
  const { kind, isShared, items, percent, noShows } = used
  if (percent === null || percent >= idleBelow) return ''
  if (noShows > 1) return `有 ${noShows} 次订了没来，请先与预订的组织落实`
  if (!isShared) return '只供本组织使用，可设为共享，请其他支部点单'
  if ((kind === 'base' || kind === 'lecturer') && items < 4)
    return `菜单只有 ${items} 项，可按需求充实后再推介`
  return kind === 'kit' ? '可调剂给使用多的组织' : '可向附近支部推介，或调整开放时间'
}
