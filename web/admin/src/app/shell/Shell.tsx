import { Outlet } from '@tanstack/react-router'
import { LargeTypeButton } from './LargeTypeButton.tsx'
import { MenuButton } from './MenuButton.tsx'
import { Navigation } from './Navigation.tsx'
import styles from './Shell.module.css'

export function Shell() {
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#page">
        跳到正文
      </a>
      <aside className={styles.side}>
        <Navigation />
      </aside>
      <div className={styles.body}>
        <header className={styles.bar}>
          <MenuButton />
          <div className={styles.tools}>
            <LargeTypeButton />
          </div>
        </header>
        <main id="page" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  )
}
