/** Copies a field's text; by execCommand on plain http, which has no clipboard API. False: the text is only selected. */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  field.focus()
  field.select()
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    return document.execCommand('copy')
  }
}

/** Copies a text that no field shows. */
export async function copyText(text: string): Promise<boolean> {
  const focused = document.activeElement as HTMLElement | null
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  document.body.append(field)
  const copied = await copyFrom(field)
  field.remove()
  focused?.focus()
  return copied
}
