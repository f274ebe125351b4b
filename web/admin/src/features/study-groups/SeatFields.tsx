import { studyRoles } from '@zhixing/contract/study-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Form, Select } from 'antd'
import { needed } from '../../ui/form/needed.ts'
import { MemberKeySelect } from '../floating/MemberKeySelect.tsx'
import styles from './StudyGroups.module.css'

type Seat = { member: string; role: keyof typeof studyRoles }
type Known = { value: string; label: string }

export function seatsOf(seats: readonly Seat[] = []) {
  return seats.map(({ member, role }) => {
    const [memberUnitId = '', memberId = ''] = member.split('~')
    return { memberUnitId, memberId, role }
  })
}

type Props = { organizationId: string; known: Known[] }

/** Who sits there as what; the leader is one of them. */
export function SeatFields({ organizationId, known }: Props) {
  return (
    <Form.List name="seats">
      {(fields, { add, remove }) => (
        <Form.Item label="成员" required>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.seat}>
              <Form.Item name={[name, 'member']} rules={needed('选一名党员')}>
                <MemberKeySelect
                  organizationId={organizationId}
                  label={`第 ${String(name + 1)} 名成员`}
                  known={known}
                />
              </Form.Item>
              <Form.Item name={[name, 'role']} rules={needed('选一种')}>
                <Select
                  aria-label={`第 ${String(name + 1)} 名的身份`}
                  options={choicesOf(studyRoles)}
                />
              </Form.Item>
              <Button
                type="link"
                aria-label={`去掉第 ${String(name + 1)} 名`}
                onClick={() => remove(name)}
              >
                去掉
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ role: 'member' })}>加一名</Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
