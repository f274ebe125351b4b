import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { Section } from '../../ui/Page.tsx'
import type { Todo } from './home.ts'
import { TodoItem } from './TodoItem.tsx'

const shownFirst = 8

/** In the order of lawful urgency, as the server gives it. */
export function TodoList({ todos, today }: { todos: Todo[]; today: string }) {
  const [all, setAll] = useState(false)
  if (todos.length === 0)
    return (
      <Empty title="待办都已办结" example="“安排9月主题党日”会在月底前三周出现，并写明依据和期限。">
        有期限、有依据的事项到时会自动列在这里，最紧要的排在最前。
      </Empty>
    )
  const shown = all ? todos : todos.slice(0, shownFirst)
  return (
    <Section title="待办" aside="按期限和条规先后排列">
      <ul>
        {shown.map((todo, index) => (
          <TodoItem key={todo.key} todo={todo} today={today} first={index === 0} />
        ))}
      </ul>
      {shown.length < todos.length ? (
        <Button type="link" onClick={() => setAll(true)}>
          再看 {todos.length - shown.length} 件
        </Button>
      ) : null}
    </Section>
  )
}
