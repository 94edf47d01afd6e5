/** Downloads a file that the page has made. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Safari reads the address only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
