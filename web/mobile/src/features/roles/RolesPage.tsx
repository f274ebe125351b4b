import type { EntryOf, Output } from '@zhixing/contract'
import { roleGrades, roleStates } from '@zhixing/contract/role-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'

type Mine = Output<EntryOf<'roles.mine'>>
type Role = Mine['roles'][number]
type Post = Mine['posts'][number]

/** What I answer for; and, without a post, what I may take on. */
export function RolesPage() {
  const answer = useAnswer('roles.mine', {})
  return (
    <SubPage title="我的岗责" back="/me">
      <Answered answer={answer}>
        {({ year, because, roles, posts }) => (
          <>
            <Sentence note={`${year} 年 · ${because}`}>
              我有 <Count of={roles.filter(({ state }) => state === 'held').length} />{' '}
              项岗责在履行。
            </Sentence>
            {roles.map((role) => (
              <RoleRow key={role.roleId} role={role} />
            ))}
            {posts.length > 0 ? <h2 className={rows.title}>可以认领的岗位</h2> : null}
            {posts.map((post) => (
              <PostRow key={post.postId} post={post} />
            ))}
            {roles.length + posts.length === 0 ? (
              <Empty title="还没有岗责">支部定岗定责或设志愿岗位后，在这里确认、认领。</Empty>
            ) : null}
          </>
        )}
      </Answered>
    </SubPage>
  )
}

function RoleRow({ role }: { role: Role }) {
  const { unitId, roleId, version, title, statement, state, grade, comment, reason, year } = role
  const { mutate, isPending, error } = useAct('roles.accept')
  return (
    <div className={rows.row}>
      <h2>{title}</h2>
      <p>{statement}</p>
      <small>
        {year} 年 · {roleStates[state]}
        {grade ? ` · ${roleGrades[grade]}：${comment}` : ''}
        {reason ? ` · ${reason}` : ''}
      </small>
      {state === 'assigned' ? (
        <Button
          block
          color="primary"
          loading={isPending}
          onClick={() => mutate({ unitId, roleId, version })}
        >
          我确认
        </Button>
      ) : null}
      <p role="alert">{error?.message}</p>
    </div>
  )
}

function PostRow({ post }: { post: Post }) {
  const { unitId, postId, title, statement, seats, taken } = post
  const [promise, setPromise] = useState('')
  const [open, setOpen] = useState(false)
  const { mutate, isPending, error } = useAct('roles.claim')
  const claim = () => mutate({ unitId, postId, promise }, { onSuccess: () => setOpen(false) })
  return (
    <div className={rows.row}>
      <h3>{title}</h3>
      <p>{statement}</p>
      <small>
        名额 {seats}，已认领 {taken}
      </small>
      {open ? (
        <>
          <label className={form.field}>
            我的承诺（可不填）
            <textarea
              rows={2}
              maxLength={200}
              value={promise}
              onChange={({ target }) => setPromise(target.value)}
            />
          </label>
          <p className={form.problem} role="alert">
            {error?.message}
          </p>
          <Button block color="primary" loading={isPending} onClick={claim}>
            认领
          </Button>
        </>
      ) : (
        <button type="button" className={form.quiet} onClick={() => setOpen(true)}>
          {taken >= seats ? '名额已满' : '我来认领'}
        </button>
      )}
    </div>
  )
}
