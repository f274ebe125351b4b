import { roleKinds, roleStates } from '@zhixing/contract/role-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Posts } from './Posts.tsx'
import { RoleList } from './RoleList.tsx'
import { RolePanel } from './RolePanel.tsx'
import type { Shown } from './roles.ts'
import styles from './Roles.module.css'

const size = 50

/** Who of the members answers for what: those in post by the branch's statement, the others by what they claimed. */
export function RolesPage() {
  const { organizationId } = useOrganization()
  const { kind = 'inPost', state, lacking = false, page = 1 } = useSearch({ from: '/shell/roles' })
  const asked = { organizationId, kind, lacking, page, size, ...(state ? { state } : {}) }
  const answer = useAnswer('roles.list', asked)
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} kind={kind} />
            <Bar />
            <RoleList shown={shown} size={size} />
            {kind === 'noPost' ? <Posts /> : null}
            <RolePanel shown={shown} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ shown, kind }: { shown: Shown; kind: keyof typeof roleKinds }) {
  const { year, people, covered, assessed, waiting } = shown
  const isInPost = kind === 'inPost'
  return (
    <Sentence
      note={`${year} 年度 · ${isInPost ? '支部定岗、本人确认、年底评议' : '支部设岗、本人在手机上认领、支部同意、年底评议'}`}
    >
      {isInPost ? '在职党员' : '无职党员'} <Count of={people} /> 人，
      {isInPost ? '已定岗定责' : '已认领岗位'} <Count of={covered} /> 人
      {waiting > 0 ? (
        <>
          ，<Count of={waiting} stress={!isInPost} /> 项{isInPost ? '待本人确认' : '等支部同意'}
        </>
      ) : null}
      ，已评议 <Count of={assessed} /> 项。
    </Sentence>
  )
}

function Bar() {
  const { kind = 'inPost', state, lacking } = useSearch({ from: '/shell/roles' })
  const change = useSearchChange()
  const fresh = { page: undefined, open: undefined, state: undefined, lacking: undefined }
  return (
    <div className={styles.bar}>
      {keysOf(roleKinds).map((key) => (
        <button
          key={key}
          type="button"
          aria-pressed={key === kind}
          onClick={() => change({ ...fresh, kind: key })}
        >
          {roleKinds[key]}
        </button>
      ))}
      <Select
        aria-label="看哪些"
        value={lacking ? 'lacking' : (state ?? 'all')}
        options={[
          { value: 'all', label: '全部' },
          { value: 'lacking', label: '还没有的人' },
          ...choicesOf(roleStates),
        ]}
        onChange={(value) =>
          change({
            ...fresh,
            lacking: value === 'lacking' || undefined,
            state: value === 'all' || value === 'lacking' ? undefined : value,
          })
        }
      />
    </div>
  )
}
