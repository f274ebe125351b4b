import {
  classRoutes,
  classTracks,
  courseRoles,
  lecturerRanks,
  sessionKinds,
} from '@zhixing/contract/class-words.ts'
import { headings } from '@zhixing/contract/plan-words.ts'
import { contentCategories } from '@zhixing/contract/words.ts'
import { dayOf, momentAt, timeOf } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { keyOf, type ClassState, type Session } from './class.ts'
import { categoryOf } from './heading-category.ts'
import styles from './Classes.module.css'

type Props = { state: ClassState; session?: Session; close: () => void }
type Values = Omit<
  Session,
  | 'sessionId'
  | 'hasRecord'
  | 'minutes'
  | 'due'
  | 'present'
  | 'excused'
  | 'absent'
  | 'isClosed'
  | 'needSentence'
  | 'summary'
  | 'version'
  | 'startsAt'
  | 'endsAt'
> & { day: string; begin: string; end: string }

/** One lesson; its lecturer and room are booked with it, and a clash is told by name. */
export function SessionForm({ state, session, close }: Props) {
  const [sessionId] = useState(() => session?.sessionId ?? newId())
  return (
    <>
      <ActForm
        act="timetables.keep"
        draft={session ? '' : `class-lesson:${state.classId}`}
        initial={initialOf(state, session)}
        input={({ day, begin, end, ...values }: Values) => ({
          ...values,
          ...keyOf(state),
          heading: values.heading ?? null,
          needId: values.role === 'elective' ? (values.needId ?? null) : null,
          lecturerId: values.lecturerId ?? null,
          roomId: values.roomId ?? null,
          startsAt: momentAt(day, begin),
          endsAt: momentAt(day, end),
          sessionId,
          version: session?.version ?? null,
        })}
        submit={session ? '保存这节课' : '排上'}
        done={close}
        cancel={close}
      >
        <Fields state={state} />
      </ActForm>
      {session ? <Remove state={state} session={session} close={close} /> : null}
    </>
  )
}

function initialOf(
  { from, application, planItem }: ClassState,
  session?: Session,
): Partial<Values> {
  if (!session)
    return {
      day: from,
      begin: '09:00',
      end: '11:30',
      kind: 'lesson',
      role: 'elective',
      category: planItem ? categoryOf(planItem.heading) : 'theory',
      route: application.routes[0] ?? 'school',
      track: application.tracks[0] ?? 'party',
      place: application.place,
      lecturerRank: 'associate',
    }
  const { startsAt, endsAt } = session
  return { ...session, day: dayOf(startsAt), begin: timeOf(startsAt), end: timeOf(endsAt) }
}

function Fields({ state }: { state: ClassState }) {
  const kind: Values['kind'] | undefined = Form.useWatch('kind')
  return (
    <>
      <Form.Item name="title" label="课名" rules={[{ required: true, message: '写上课名' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label="方式">
        <Select options={choicesOf(sessionKinds)} />
      </Form.Item>
      <Form.Item name="role" label="性质">
        <Select options={choicesOf(courseRoles)} />
      </Form.Item>
      <Form.Item name="day" label="日期">
        <Input type="date" min={state.from} max={state.until} />
      </Form.Item>
      <Form.Item name="begin" label="开始">
        <Input type="time" />
      </Form.Item>
      <Form.Item name="end" label="结束">
        <Input type="time" />
      </Form.Item>
      <Form.Item name="category" label="内容分类">
        <Select options={choicesOf(contentCategories)} />
      </Form.Item>
      <Form.Item name="heading" label="课程主题">
        <Select
          allowClear
          placeholder={state.planItem ? headings[state.planItem.heading] : '不计入课程地图'}
          options={choicesOf(headings)}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item name="route" label="办班路径">
        <Select options={choicesOf(classRoutes)} />
      </Form.Item>
      <Form.Item name="track" label="内容">
        <Select options={choicesOf(classTracks)} />
      </Form.Item>
      <Who state={state} />
      <Form.Item name="place" label="地点">
        <Input maxLength={200} />
      </Form.Item>
      {kind === 'field' ? <FieldWay /> : null}
      {kind === 'discussion' ? <Talk /> : null}
    </>
  )
}

/** What can be had at that hour; what is taken says so. */
function Who({ state }: { state: ClassState }) {
  const form = Form.useFormInstance<Values>()
  const day: string | undefined = Form.useWatch('day')
  const begin: string | undefined = Form.useWatch('begin')
  const end: string | undefined = Form.useWatch('end')
  const isKnown = Boolean(day && begin && end && begin < end)
  const span = {
    startsAt: momentAt(day ?? state.from, begin ?? '09:00'),
    endsAt: momentAt(day ?? state.from, end ?? '11:30'),
  }
  const { data } = useAnswer(
    'timetables.choices',
    { ...keyOf(state), ...span },
    { enabled: isKnown },
  )
  return (
    <>
      <Form.Item name="lecturerId" label="从师资库选">
        <Select
          allowClear
          placeholder="不在师资库的，在下面写姓名"
          options={(data?.lecturers ?? []).map(({ id, name, isFree }) => ({
            value: id,
            label: labelled(name, isFree),
          }))}
          onChange={(id?: string) => {
            const chosen = data?.lecturers.find((one) => one.id === id)
            if (chosen)
              form.setFieldsValue({ lecturerName: chosen.name, lecturerRank: chosen.rank })
          }}
        />
      </Form.Item>
      <Form.Item name="lecturerName" label="授课人">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="lecturerRank" label="职称">
        <Select options={choicesOf(lecturerRanks)} />
      </Form.Item>
      <Needs rows={data?.needs ?? []} />
      <Form.Item name="roomId" label="从场所选">
        <Select
          allowClear
          placeholder="不用预订的，在下面写地点"
          options={(data?.rooms ?? []).map(({ id, name, isFree }) => ({
            value: id,
            label: labelled(name, isFree),
          }))}
          onChange={(id?: string) => {
            const chosen = data?.rooms.find((one) => one.id === id)
            if (chosen) form.setFieldsValue({ place: chosen.name })
          }}
        />
      </Form.Item>
    </>
  )
}

type Need = { id: string; name: string; sentence: string }

/** An elective is drawn from what surveys found to be wanted. */
function Needs({ rows }: { rows: Need[] }) {
  const form = Form.useFormInstance<Values>()
  const role: Values['role'] | undefined = Form.useWatch('role')
  const needId: string | null | undefined = Form.useWatch('needId')
  if (role !== 'elective' || (rows.length === 0 && !needId)) return null
  return (
    <Form.Item
      name="needId"
      label="回应哪条培训需求"
      extra={rows.find(({ id }) => id === needId)?.sentence}
    >
      <Select
        allowClear
        placeholder="不是从需求来的"
        options={rows.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id?: string) => {
          const chosen = rows.find((one) => one.id === id)
          if (chosen && !form.getFieldValue('title')) form.setFieldsValue({ title: chosen.name })
        }}
      />
    </Form.Item>
  )
}

function labelled(name: string, isFree: boolean): string {
  return isFree ? name : `${name}（已有安排）`
}

function FieldWay() {
  return (
    <>
      <Form.Item name="way" label="路线">
        <Input maxLength={200} placeholder="怎么去、怎么回" />
      </Form.Item>
      <Form.Item name="safety" label="安全措施">
        <Input maxLength={200} placeholder="谁负责、有什么准备" />
      </Form.Item>
    </>
  )
}

function Talk() {
  return (
    <>
      <Form.Item name="topic" label="讨论题目">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="groups" label="分组">
        <Input maxLength={200} placeholder="如：一组：东片；二组：西片" />
      </Form.Item>
    </>
  )
}

function Remove({ state, session, close }: Required<Props>) {
  const { mutate, isPending, error } = useAct('timetables.remove')
  const key = { ...keyOf(state), sessionId: session.sessionId }
  return (
    <>
      <Button loading={isPending} onClick={() => mutate(key, { onSuccess: close })}>
        从课程表去掉
      </Button>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}
