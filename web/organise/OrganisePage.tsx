import '../ui/styles/font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import '../ui/fields/fields.css'
import '../ui/styles/office.css'
import '../ui/styles/checks.css'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { redirectToOwnPage } from '../core/page-redirect.ts'
import { LoadedPage } from '../ui/page/LoadedPage.tsx'
import { OrganisingPage } from './OrganisingPage.tsx'
import { readOrganised } from './organising.ts'

const words = {
  missing: 'Check the address, or open the link that was shown when the event was set up.',
  outside: 'This page opens with the organiser’s link',
  open: 'It was shown when the event was set up. Open it in this browser once; after that this page knows you.',
}

/** The key of an event that was just set up, shown only once. Read before the key is removed from the address. */
function newKey(): string | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1))
  return fragment.has('new') ? (fragment.get('k') ?? undefined) : undefined
}

export function OrganisePage() {
  const slug = slugOfPage()
  const organiserKey = newKey()
  const loader = createPageLoader(() => readOrganised(slug), { redirect: redirectToOwnPage })
  return (
    <LoadedPage loader={loader} words={words}>
      {(organised) => <OrganisingPage slug={slug} read={organised()} newKey={organiserKey} />}
    </LoadedPage>
  )
}
