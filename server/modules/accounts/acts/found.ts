import { contract } from '@zhixing/contract'
import { openAct } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { nobody } from '../../../kernel/trace.ts'
import { foundRoot } from '../../organizations/index.ts'
import { tidyCode } from '../rules/password.ts'
import { keepAppointment } from '../store/appointments.ts'
import { useFoundingCode } from '../store/founding.ts'
import { keepAccounts } from '../store/holders.ts'
import { holdGuesses } from '../steps/founding-guesses.ts'
import { issueCodes } from '../steps/issue-codes.ts'

const offices = ['organizer', 'systemAdministrator', 'securityAdministrator', 'auditor'] as const

/** An empty platform gets its first organization and four people, who set their passwords with the codes answered here. */
export const found = openAct(
  contract.accounts.found,
  async (scene, { code, organizationName, people }) => {
    const { tx, now, vault } = scene
    const guesses = await holdGuesses(scene)
    if (!(await useFoundingCode(tx, vault.signatures(`founding ${tidyCode(code)}`), now)))
      return guesses.fail(conflict('accounts.foundingOver'))
    await guesses.forget()
    const logins = new Set(offices.map((office) => people[office].login))
    if (logins.size < offices.length) throw conflict('accounts.foundingLogins')
    const root = await foundRoot(tx, { name: organizationName, now })
    if (!root) throw conflict('accounts.foundingOver')

    const { id: organizationId, unitId } = root
    const opened = offices.map((office) => ({
      ...people[office],
      id: newId(),
      unitId,
      organizationId,
      organizationName,
      office,
      createdAt: now,
    }))
    await keepAccounts(tx, opened)
    for (const { id: accountId, office } of opened)
      await keepAppointment(tx, { accountId, organizationId, office, from: now, byId: nobody })
    const slips = await issueCodes(scene, opened, nobody)
    const after = { name: organizationName, accounts: opened.map(({ login }) => login) }
    const change = { subject: `organization:${organizationId}`, after }
    return { value: { organizationId, slips }, place: root, change }
  },
)
