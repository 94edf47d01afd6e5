#!/usr/bin/env node
import { packageVersion } from './operations/package-root.ts'

/*
 * demo-hour [COMMAND]: the program of the package. A command resolves with its exit code; the server and the demo go on until a signal.
 */

type Command = { takes: string; does: string; load(): Promise<(args: string[]) => Promise<number | undefined>> }

const commands: Record<string, Command> = {
  start: {
    takes: '[--open]',
    does: 'starts the server (also without a command); --open opens the owner’s page in a browser',
    load: async () => (await import('./server.ts')).runServer,
  },
  demo: {
    takes: '[--speed N]',
    does: 'starts the server with a sample event and made-up judges',
    load: async () => (await import('./rehearsal/demo-command.ts')).runDemo,
  },
  rank: {
    takes: 'FILE.json',
    does: 'ranks an archived event or a plain matrix and prints JSON',
    load: async () => (await import('./rank-command.ts')).runRank,
  },
  rehearse: {
    takes: '--url URL --key KEY',
    does: 'plays a whole show against a running server; rehearse --help lists the rest',
    load: async () => (await import('./rehearsal/rehearse-command.ts')).runRehearsal,
  },
  captions: {
    takes: 'SLUG FEED --key KEY',
    does: 'shows the captions of a feed on the stage and on phones; captions --help lists the rest',
    load: async () => (await import('./captions/captions-command.ts')).runCaptions,
  },
  showcase: {
    takes: 'SLUG FOLDER',
    does: 'writes an event’s gallery as plain files; showcase --help lists the rest',
    load: async () => (await import('./gallery/export-command.ts')).runExport,
  },
}

function usage(): string {
  const calls = Object.entries(commands).map(([name, { takes, does }]) => ({
    call: `demo-hour ${name} ${takes}`,
    does,
  }))
  const width = Math.max(...calls.map(({ call }) => call.length))
  return [
    `Demo Hour ${packageVersion} runs the last hour of a hack day.`,
    '',
    ...calls.map(({ call, does }) => `  ${call.padEnd(width)}  ${does}`),
    '',
    'Settings come from the environment: PORT, DATA_DIR, PUBLIC_URL and others, which the README lists.',
  ].join('\n')
}

async function run([first, ...rest]: string[]): Promise<number | undefined> {
  const print = (text: string) => process.stdout.write(`${text}\n`)
  if (first === '--help' || first === '-h' || first === 'help') {
    print(usage())
    return 0
  }
  if (first === '--version' || first === '-v') {
    print(packageVersion)
    return 0
  }
  const isCommand = first !== undefined && !first.startsWith('-')
  const name = isCommand ? first : 'start'
  if (!Object.hasOwn(commands, name)) {
    process.stderr.write(`Demo Hour has no command “${name}”. demo-hour --help lists the commands.\n`)
    return 2
  }
  const command = await commands[name]!.load()
  return command(isCommand || first === undefined ? rest : [first, ...rest])
}

const exitCode = await run(process.argv.slice(2))
// Ends once a pipe has taken what was printed: a played show leaves connections open.
if (exitCode !== undefined) process.stdout.write('', () => process.exit(exitCode))
