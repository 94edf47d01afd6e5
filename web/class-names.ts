import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Plugin } from 'vite'

export function makeClassNames(root: string) {
  const modules = ['presenter', 'web'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.module.css'))
      .map((path) => join(folder, path))
      .sort(),
  )
  const namesByModule = new Map<string, string[]>()

  function namesIn(path: string): string[] {
    const known = namesByModule.get(path)
    if (known !== undefined) return known
    const names = [...readFileSync(path, 'utf8').matchAll(/(?:\.|@keyframes )([a-zA-Z][\w-]*)/g)].map(
      ([, name]) => name!,
    )
    namesByModule.set(path, [...new Set(names)])
    return namesByModule.get(path)!
  }

  /** The module's number in letters, then the name's number in it: short, and the same in every build. */
  function scopedName(name: string, path: string): string {
    const file = path.split('?')[0]!
    const module = modules.indexOf(relative(root, file))
    const place = namesIn(file).indexOf(name)
    if (module < 0 || place < 0) throw new Error(`There is no ${name} in ${path}.`)
    return `${String.fromCharCode(97 + Math.floor(module / 26), 97 + (module % 26))}${place}`
  }

  /** Writes the names as literals: Solid then puts them into the template, where names read from a module are set by a call each. */
  const inlineClassNames: Plugin = {
    name: 'inline-class-names',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.tsx')) return undefined
      let text = code
      for (const [statement, styles, from] of code.matchAll(/^import \* as (\w+) from '(\.[^']+\.module\.css)'$/gm)) {
        const path = join(dirname(id), from!)
        const names = new Map(namesIn(path).map((name) => [inCamelCase(name), name]))
        text = text.replace(statement, `import '${from}'`)
        text = text.replace(new RegExp(`\\b${styles}\\.(\\w+)`, 'g'), (_match, property) => {
          const name = names.get(property)
          if (name === undefined) throw new Error(`${id}: there is no class ${property} in ${from}.`)
          return JSON.stringify(scopedName(name, path))
        })
      }
      return text
    },
  }
  const retainStyles: Plugin = {
    name: 'retain-styles',
    enforce: 'post',
    transform: (_code, id) =>
      id.endsWith('.module.css') ? { code: '', map: null, moduleSideEffects: 'no-treeshake' } : undefined,
  }
  return { scopedName, inlineClassNames: [inlineClassNames, retainStyles] }
}

const inCamelCase = (name: string) => name.replace(/-(\w)/g, (_dash, letter) => letter.toUpperCase())
