/** A link to a section of this page takes the cursor along, so that a keyboard or a voice goes on from there. */
export function goToSection(id: string): void {
  const section = document.getElementById(id)
  const heading = document.getElementById(section?.getAttribute('aria-labelledby') ?? '')
  if (!section || !heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  section.scrollIntoView()
}

/** For the whole page: follows every link that stays on it. */
export function followSections(e: MouseEvent): void {
  const link = (e.target as Element | null)?.closest?.('a[href^="#"]')
  const id = link?.getAttribute('href')?.slice(1)
  // After the browser has gone there by itself, and the address says so.
  if (id) setTimeout(() => goToSection(id))
}
