export type Update = { name: string; data: string }

/** Takes server-sent events apart, however the network has cut them. */
export function makeEventParser(take: (update: Update) => void): (text: string) => void {
  let rest = ''
  let name = ''
  let data: string[] = []

  function line(text: string): void {
    if (text === '') {
      if (data.length > 0) take({ name: name || 'message', data: data.join('\n') })
      name = ''
      data = []
    } else if (text.startsWith('event:')) name = text.slice(6).trim()
    else if (text.startsWith('data:')) data.push(text.slice(5).replace(/^ /, ''))
  }

  return (text) => {
    const lines = (rest + text).split(/\r?\n/)
    rest = lines.pop() ?? ''
    for (const one of lines) line(one)
  }
}
