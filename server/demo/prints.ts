import { nameKeyOf } from '../kernel/name-key.ts'
import type { Vault } from '../kernel/vault.ts'
import { idNumberOf, phoneOf } from './id-number.ts'
import type { Rewrite } from './stencil.ts'

const heads = '禾云石松柳桃梨杏枣茶棉渔盐窑桑榆槐枫芦莲菱'.split('')
const tails = '岭川溪原泽冈陵浦洲峪'.split('')

/** Two signs each, the first that of the county that is planted; no map shows them. */
export function countyNameOf(number: number): string {
  const head = heads[number % heads.length] ?? ''
  return head + (tails[Math.floor(number / heads.length) % tails.length] ?? '')
}

/** What must be another in every print besides its ids: who people are, how they sign in, how names are sorted. */
export function rewritesBy(vault: Vault): Readonly<Record<string, Rewrite>> {
  return {
    organizations: (row) => row.set('name_key', nameKeyOf(row.get('name') ?? '')),
    accounts: (row, { number }) => row.set('login', `${row.get('login')}.${number + 1}`),
    members(row, { number, name }) {
      const idNumber = idNumberAfter(opened(vault, row, 'id_number'), number)
      row
        .set('id_number_sealed', vault.seal(idNumber))
        .set('id_number_index', vault.index(idNumber))
      const phone = phoneAfter(opened(vault, row, 'phone'), number)
      row.set('phone_sealed', vault.seal(phone)).set('phone_index', vault.index(phone))
      const address = opened(vault, row, 'address').replaceAll(countyNameOf(0), name)
      row.set('address_sealed', vault.seal(address))
    },
  }
}

function opened(vault: Vault, row: ReadonlyMap<string, string>, what: string): string {
  return vault.open(row.get(`${what}_sealed`) ?? '')
}

/** More than are ever born on one day in one county; some numbers come again in a far county. */
const [apart, orders] = [5, 500]

function idNumberAfter(idNumber: string, number: number): string {
  const [year, month, day] = [idNumber.slice(6, 10), idNumber.slice(10, 12), idNumber.slice(12, 14)]
  const sequence = Number(idNumber.slice(14, 17))
  const order = (Math.floor(sequence / 2) + apart * number) % orders
  return idNumberOf(`${year}-${month}-${day}`, sequence % 2 === 1 ? 'male' : 'female', order)
}

const phonesOfCounty = 30_000

function phoneAfter(phone: string, number: number): string {
  return phoneOf((Number(phone.slice(4)) + phonesOfCounty * number) % 10_000_000)
}
