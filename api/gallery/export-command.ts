import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { commandName } from '../program/command-name.ts'
import { type Export, exportShowcase, NotExportable } from './export-showcase.ts'

const usage = () => `${commandName('showcase')} SLUG FOLDER [--url http://localhost:3000] [--key KEY]

Writes every team's page of a running Demo Hour as plain files into FOLDER, which is new or empty: put them on any web server.
KEY is the organiser's or the owner's; it is needed only while the gallery is not public.`

function readArguments(args: string[]): Export {
  const options = { url: { type: 'string' }, key: { type: 'string' } } as const
  const { positionals, values } = parse(() => parseArgs({ args, options, allowPositionals: true }))
  const [slug, folder, ...more] = positionals
  if (!slug || !folder || more.length > 0) throw new NotExportable(usage())
  const url = values.url ?? `http://localhost:${process.env.PORT ?? '3000'}`
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new NotExportable('--url takes the address of a running Demo Hour, such as http://localhost:3000.')
  // npm starts scripts in the project's folder; INIT_CWD is where it was called.
  const folderPath = resolve(process.env.INIT_CWD ?? '.', folder)
  // People paste the whole link; the key follows #k=.
  return { slug, folder: folderPath, url: new URL(url).origin, key: values.key?.split('#k=').at(-1)?.trim() }
}

function parse<Parsed>(read: () => Parsed): Parsed {
  try {
    return read()
  } catch {
    throw new NotExportable(usage())
  }
}

async function writeShowcase(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${usage()}\n`)
    return 0
  }
  const options = readArguments(args)
  const files = await exportShowcase(options)
  process.stdout.write(`Wrote ${files.length} files to ${options.folder}. Open index.html there.\n`)
  return 0
}

/** Writes an event's gallery as plain files for any web server. */
export function runExport(args: string[]): Promise<number> {
  return writeShowcase(args).catch((failure: Error) => {
    process.stderr.write(`${failure instanceof NotExportable ? failure.message : failure.stack}\n`)
    return 1
  })
}
