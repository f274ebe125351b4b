import type { AnyEntry } from '@zhixing/contract'
import fc from 'fast-check'
import * as z from 'zod'

type Shape = z.core.JSONSchema.BaseSchema

/** Any input that the contract allows. Ids are those of `ids`, so that they name something. */
export function inputsOf({ input }: AnyEntry, ids: readonly string[]): fc.Arbitrary<unknown> {
  const whole = valuesOf(shapeOf(input), ids)
  // A refinement may ask for more than the shape says: then for once something is left out, or nothing at all.
  return whole.filter((value) => input.safeParse(value).success)
}

/** An input in which something is wrong, or strange. */
export function badInputsOf(entry: AnyEntry, ids: readonly string[]): fc.Arbitrary<unknown> {
  const whole = valuesOf(shapeOf(entry.input), ids)
  const spoilt = fc
    .tuple(whole, fc.nat(), strange)
    .map(([value, at, stranger]) => spoil(value, at, stranger))
  return fc.oneof({ arbitrary: spoilt, weight: 4 }, { arbitrary: strange, weight: 1 })
}

function shapeOf(input: z.ZodType): Shape {
  return z.toJSONSchema(input, { io: 'input' })
}

/** What people, programs and attackers have typed into fields. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\uD800',
    '𠮷🎂',
    '‮倒写',
    "'; drop table members; --",
    '%_\\',
    '9'.repeat(30),
    '0000-00-00',
    '2026-02-30',
    '9999-12-31',
    '../../etc/passwd',
    '=cmd|1',
    'constructor',
    '__proto__',
  ),
  fc.constantFrom<unknown>(
    -1,
    0,
    0.5,
    1e21,
    2 ** 31,
    Number.MAX_SAFE_INTEGER,
    true,
    [],
    {},
    [[[]]],
    { toString: 1, constructor: null },
    '汉'.repeat(30_000),
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

function valuesOf(shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom<unknown>(...shape.enum)
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return fc.oneof(...choices.map((one) => valuesOf(objectOr(one), ids)))
  if (shape.type === 'object') return objectsOf(shape, ids)
  if (shape.type === 'array') return arraysOf(shape, ids)
  if (shape.type === 'string') return textsOf(shape, ids)
  if (shape.type === 'integer' || shape.type === 'number') return numbersOf(shape)
  if (shape.type === 'boolean') return fc.boolean()
  return shape.type === 'null' ? fc.constant(null) : fc.jsonValue({ maxDepth: 1 })
}

function objectsOf(shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = shape
  const named = Object.entries(properties)
  const parts = Object.fromEntries(named.map(([key, part]) => [key, valuesOf(objectOr(part), ids)]))
  if (named.length > 0 || !additionalProperties || additionalProperties === true)
    return fc.record(parts, { requiredKeys: required.filter((key) => key in parts) })
  const values = valuesOf(objectOr(additionalProperties), ids)
  const names = objectOr(shape.propertyNames ?? {}).enum
  // Every word of a list has its value.
  if (names) return fc.record(Object.fromEntries(names.map((name) => [String(name), values])))
  return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), values, { maxKeys: 3 })
}

function arraysOf(shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (shape.prefixItems)
    return fc.tuple(...shape.prefixItems.map((part) => valuesOf(objectOr(part), ids)))
  const items = Array.isArray(shape.items) ? shape.items[0] : shape.items
  const minLength = shape.minItems ?? 0
  const maxLength = Math.max(minLength, Math.min(shape.maxItems ?? 3, 3))
  return fc.array(valuesOf(objectOr(items ?? {}), ids), { minLength, maxLength })
}

function textsOf(shape: Shape, ids: readonly string[]): fc.Arbitrary<string> {
  if (shape.format === 'uuid') return fc.constantFrom(...ids)
  if (shape.format === 'date')
    return fc
      .integer({ min: 0, max: 730 })
      .map((days) => new Date(1_767_225_600_000 + days * 86_400_000).toISOString().slice(0, 10))
  if (shape.format === 'date-time')
    return fc
      .integer({ min: 0, max: 730 })
      .map((days) => new Date(1_767_225_600_000 + days * 86_400_000).toISOString())
  if (shape.format === 'uri') return fc.webUrl()
  if (shape.pattern) return fc.stringMatching(new RegExp(shape.pattern, 'u'))
  const minLength = shape.minLength ?? 0
  const maxLength = Math.max(minLength, Math.min(shape.maxLength ?? 12, 12))
  const signs = fc.constantFrom(...'测试支部党员甲乙丙0123456789abcXYZ'.split(''))
  return fc.string({ unit: signs, minLength, maxLength })
}

function numbersOf({ minimum, maximum, type }: Shape): fc.Arbitrary<number> {
  const min = Math.max(minimum ?? 0, -1_000_000)
  const max = Math.max(min, Math.min(maximum ?? 100, min + 10_000))
  return type === 'integer'
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.double({ min, max, noNaN: true })
}

/** Puts the stranger in place of one of the parts, or of the whole. */
function spoil(value: unknown, at: number, stranger: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return stranger
  const keys = Object.keys(value)
  const key = keys[at % Math.max(1, keys.length)]
  if (key === undefined) return stranger
  const part: unknown = Reflect.get(value, key)
  const isNested = typeof part === 'object' && part !== null && !Array.isArray(part)
  const isDeeper = isNested && at % 2 === 0
  return { ...value, [key]: isDeeper ? spoil(part, Math.floor(at / 2), stranger) : stranger }
}

function objectOr(shape: Shape | boolean): Shape {
  return typeof shape === 'boolean' ? {} : shape
}
