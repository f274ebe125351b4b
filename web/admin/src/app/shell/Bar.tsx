import type { Me } from '../me.ts'
import { GlobalSearch } from './GlobalSearch.tsx'
import { Inbox } from './Inbox.tsx'
import { Jobs } from './Jobs.tsx'
import { LargeTypeButton } from './LargeTypeButton.tsx'
import { MenuButton } from './MenuButton.tsx'
import { OrganizationSwitcher } from './OrganizationSwitcher.tsx'
import styles from './Shell.module.css'
import { UserMenu } from './UserMenu.tsx'

export function Bar({ me }: { me: Me }) {
  return (
    <header className={styles.bar}>
      <MenuButton />
      {me.grants.includes('organizations.view') ? (
        <OrganizationSwitcher />
      ) : (
        <b>{me.organization.name}</b>
      )}
      <GlobalSearch />
      <div className={styles.tools}>
        <Jobs />
        <LargeTypeButton />
        <Inbox />
        <UserMenu me={me} />
      </div>
    </header>
  )
}
