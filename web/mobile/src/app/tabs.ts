import type { TabIconName } from './TabIcon.tsx'

/** What the thumb finds at the bottom; a capability adds its line when its page stands. */
export const tabs: { to: string; name: string; icon: TabIconName }[] = [
  { to: '/', name: '今日', icon: 'today' },
  { to: '/learn', name: '学习', icon: 'learn' },
  { to: '/activities', name: '活动', icon: 'activities' },
  { to: '/me', name: '我的', icon: 'me' },
]
