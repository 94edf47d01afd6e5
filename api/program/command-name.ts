/** How the user calls a command here: `npm run rank --` in a clone, `demo-hour rank` from the package. */
export function commandName(command: string): string {
  return process.env.npm_lifecycle_event === command ? `npm run ${command} --` : `demo-hour ${command}`
}
