import { dirname, join, relative, sep } from 'node:path'
import { refuseImport, roomOf } from './rooms.js'

const root = dirname(import.meta.dirname)

/** Every file may import only what its room allows. */
const imports = {
  create(context) {
    const file = inProject(context.filename)
    const check = ({ source }) => {
      if (!source) return
      const refusal = refuseImport(file, targetOf(file, source.value))
      if (refusal) context.report({ node: source, message: refusal })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}

/** A rule would still be true without a computer: it does not wait, throw, or look at the clock. */
const pureRules = {
  create(context) {
    if (!roomOf(inProject(context.filename))?.pure) return {}

    const refuse = (what) => (node) =>
      context.report({ node, message: `a rule may not ${what}: it returns what it found` })
    const refuseAsync = (node) => node.async && refuse('wait')(node)
    return {
      ThrowStatement: refuse('throw'),
      FunctionDeclaration: refuseAsync,
      ArrowFunctionExpression: refuseAsync,
      'NewExpression[callee.name="Date"][arguments.length=0]': refuse('read the clock'),
      'MemberExpression[object.name="Date"][property.name="now"]': refuse('read the clock'),
      'MemberExpression[object.name="Math"][property.name="random"]': refuse('roll dice'),
      'MemberExpression[object.name="process"]': refuse('know its process'),
    }
  },
}

export default { meta: { name: 'rooms' }, rules: { imports, 'pure-rules': pureRules } }

function targetOf(file, specifier) {
  if (specifier.startsWith('@zhixing/kit/')) return specifier.replace('@zhixing/', 'web/')
  if (specifier.startsWith('@zhixing/')) return specifier.replace('@zhixing/', '') + '/index.ts'
  if (specifier.startsWith('.')) return join(dirname(file), specifier).split(sep).join('/')
  return specifier.startsWith('node:') ? specifier : `npm:${specifier}`
}

function inProject(path) {
  return relative(root, path).split(sep).join('/')
}
