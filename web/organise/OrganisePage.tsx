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
import { readNewKey } from './links/new-key.ts'
import { OrganisingPage } from './OrganisingPage.tsx'
import { readOrganised } from './organising.ts'

const words = {
  missing: 'Check the address, or open the link that was shown when the event was set up.',
  outside: 'This page opens with the organiser’s link',
  open: 'It was shown when the event was set up. Open it in this browser once; after that this page knows you.',
}

export function OrganisePage() {
  const slug = slugOfPage()
  const organiserKey = readNewKey(slug)
  const loader = createPageLoader(() => readOrganised(slug), { redirect: redirectToOwnPage })
  return (
    <LoadedPage loader={loader} words={words}>
      {(organised) => <OrganisingPage slug={slug} read={organised()} newKey={organiserKey} />}
    </LoadedPage>
  )
}
