import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../find-browser.ts'

type Wanted = { name: string; variable: string; places: () => string[]; debian: string }

const onPath = (...names: string[]) =>
  names.flatMap((name) =>
    ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)].map((folder) => join(folder, name)),
  )

function miniBrowsers(): string[] {
  const foldersIn = (folder: string) =>
    existsSync(folder)
      ? readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => join(folder, entry.name))
      : []
  return ['/usr/lib', '/usr/libexec', '/usr/lib64']
    .flatMap((folder) => [folder, ...foldersIn(folder)])
    .flatMap((folder) => foldersIn(folder).filter((path) => /webkit2gtk-4|webkitgtk-6/.test(path)))
    .map((folder) => join(folder, 'MiniBrowser'))
}

const knownPrograms = {
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    places: () => [...onPath('firefox-esr', 'firefox'), '/Applications/Firefox.app/Contents/MacOS/firefox'],
    debian: 'firefox-esr',
  },
  webKitDriver: {
    name: 'WebKit’s driver (WebKitWebDriver)',
    variable: 'WEBKIT_DRIVER_PATH',
    places: () => onPath('WebKitWebDriver'),
    debian: 'webkit2gtk-driver',
  },
  miniBrowser: {
    name: 'WebKit’s MiniBrowser',
    variable: 'WEBKIT_BROWSER_PATH',
    places: miniBrowsers,
    debian: 'webkit2gtk-driver',
  },
  screen: { name: 'Xvfb', variable: 'XVFB_PATH', places: () => onPath('Xvfb'), debian: 'xvfb' },
} satisfies Record<string, Wanted>

export async function need(which: keyof typeof knownPrograms): Promise<string> {
  const { name, variable, places, debian } = knownPrograms[which]
  const named = process.env[variable]
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`${variable} names ${named}, and there is nothing.`)
  }
  const find = () => places().find((path) => existsSync(path))
  const found = find()
  if (found) return found
  const tried = await install(debian)
  const installed = find()
  if (installed) return installed
  throw new Error(
    `it needs ${name}, and none was found or could be installed (${tried}). ` +
      `Install Debian’s package ${debian}, or set ${variable} to where it is.`,
  )
}

async function install(debian: string): Promise<string> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return 'that takes root on Debian'
  const apt = 'apt-get -o DPkg::Lock::Timeout=600'
  const command = `export DEBIAN_FRONTEND=noninteractive; ${apt} update -q && ${apt} install -yq --no-install-recommends ${debian}`
  return (await run('sh', ['-c', command])) || 'apt-get was content'
}

/** Empty when every program is there. With `CI`, nothing may be missing: there the journey starts and fails instead. */
export async function missing(...programs: (keyof typeof knownPrograms)[]): Promise<string> {
  if (process.env.CI) return ''
  try {
    for (const program of programs) await need(program)
    return ''
  } catch (failure) {
    return (failure as Error).message
  }
}
