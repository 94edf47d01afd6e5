export function goToSection(id: string): void {
  const section = document.getElementById(id)
  const heading = document.getElementById(section?.getAttribute('aria-labelledby') ?? '')
  if (!section || !heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  section.scrollIntoView()
}

export function followSections(e: MouseEvent): void {
  const link = (e.target as Element | null)?.closest?.('a[href^="#"]')
  const id = link?.getAttribute('href')?.slice(1)
  if (id) setTimeout(() => goToSection(id))
}
