import { exclusiveOffices } from './grants.ts'
import type { Office } from './grants.ts'

type Power = { readonly appoints: readonly Office[]; readonly invites: readonly Office[] }

const [below, branch] = [
  ['clerk', 'secretary', 'officer'],
  ['secretary', 'officer'],
] as const satisfies readonly (readonly Office[])[]

/**
 * Whom each office may appoint to what, and whose password it may set anew, in its subtree. Who may set a password may
 * become that person: so nobody does it for their equals or betters, and the administrators only for one another.
 */
export const powers: Readonly<Partial<Record<Office, Power>>> = {
  secretary: { appoints: [], invites: ['officer'] },
  clerk: { appoints: branch, invites: branch },
  organizer: { appoints: below, invites: below },
  systemAdministrator: { appoints: [], invites: ['organizer', ...below] },
  securityAdministrator: {
    appoints: [...exclusiveOffices, 'organizer', ...below],
    invites: exclusiveOffices,
  },
}
