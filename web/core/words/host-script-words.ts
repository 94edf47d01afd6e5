import type { ScriptLine } from '../../../api/rules/result/host-script.ts'

/** What the host says before the name appears. Only the screen knows whether a place is shared, and which then is the next one. */
export function announcement({ kind, name, rank, detail }: ScriptLine): string {
  if (kind === 'place') return rank === 1 ? 'And the winner is…' : 'The next place goes to…'
  if (kind === 'criterion') return `The judges asked of every team: “${name}” The answer was best for…`
  if (kind === 'challenge') return `The challenge “${name}”${detail && `, given by ${detail}`}, goes to…`
  return `The prize “${name}” goes to…`
}

export const scriptTitle = ({ kind, name }: Pick<ScriptLine, 'kind' | 'name'>) =>
  kind === 'criterion' ? `Best for: ${name}` : name

export const scriptHints = [
  'Say the line, then wait: the name appears a second after the award.',
  'Let the room clap before you nod to the desk.',
  'Where teams share a place, the screen names them all, and the place after it is left out.',
]
export const scriptEnd = 'Thank you, every team and every judge. The full result is on your phone: scan the code.'
