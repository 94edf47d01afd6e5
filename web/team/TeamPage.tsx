import '../ui/styles/wide-font.css'
import '../ui/styles/urdu.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import '../ui/fields/fields.css'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { redirectToOwnPage } from '../core/page-redirect.ts'
import { LoadedPage } from '../ui/page/LoadedPage.tsx'
import { fetchOwnEntry } from './own-entry.ts'
import { TeamSheet } from './TeamSheet.tsx'

const words = {
  missing: 'Check the address, or ask the organiser for your team’s link.',
  outside: 'This page opens with your team’s link',
  open: 'The organiser has it for you. Open it on this phone once; after that this page knows you.',
}

export function TeamPage() {
  const slug = slugOfPage()
  const loader = createPageLoader(() => fetchOwnEntry(slug), { redirect: redirectToOwnPage })
  return (
    <LoadedPage loader={loader} words={words}>
      {(own) => <TeamSheet slug={slug} own={own()} />}
    </LoadedPage>
  )
}
