import { startBuiltServer } from '../browser/support/built-server.ts'
import { openBrowser } from '../browser/support/open-browser.ts'
import { makeCamera } from './camera.ts'
import { takeForReadme } from './readme.ts'
import { takeAwkward, takeCrowd, takeEmpty, takeFull } from './shows.ts'

const shows = { full: takeFull, empty: takeEmpty, awkward: takeAwkward, crowd: takeCrowd, readme: takeForReadme }
type Name = keyof typeof shows

async function main(): Promise<void> {
  const all = Object.keys(shows) as Name[]
  const requestedShows = process.argv.slice(2)
  const unknown = requestedShows.find((name) => !all.includes(name as Name))
  if (unknown !== undefined) throw new Error(`There is no show “${unknown}”: ${all.join(', ')}.`)
  const server = await startBuiltServer({ publicUrl: 'https://demohour.example' })
  const browser = await openBrowser('whole')
  try {
    const camera = makeCamera(browser, server.address)
    await camera.take({ name: 'home', address: '/', size: 'phone' })
    await camera.take({ name: 'owner', address: `/owner#k=${server.ownerKey}`, size: 'laptop', whole: true })
    for (const name of all.filter((show) => requestedShows.length === 0 || requestedShows.includes(show))) {
      process.stdout.write(`${name}…\n`)
      await shows[name]({ url: server.address, ownerKey: server.ownerKey, camera })
    }
    process.stdout.write(
      `${camera.taken()} pictures lie in test/pictures/out, those of the README in test/pictures/readme.\n`,
    )
  } finally {
    await browser.close()
    await server.stop()
  }
}

main().catch((failure: Error) => {
  process.stderr.write(`${failure.stack}\n`)
  process.exit(1)
})
