import { Link, Outlet } from '@tanstack/react-router'
import { TabIcon } from './TabIcon.tsx'
import { tabs } from './tabs.ts'
import styles from './Tabs.module.css'

export function Tabs() {
  return (
    <>
      <main className={styles.page}>
        <Outlet />
      </main>
      <nav
        className={styles.tabs}
        style={{ gridTemplateColumns: `repeat(${tabs.length}, 1fr)` }}
        aria-label="主导航"
      >
        {tabs.map(({ to, name, icon }) => (
          <Link key={to} to={to} activeOptions={{ exact: true }}>
            <TabIcon name={icon} />
            {name}
          </Link>
        ))}
      </nav>
    </>
  )
}
