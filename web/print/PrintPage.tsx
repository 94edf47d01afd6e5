import '../ui/styles/font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import '../ui/fields/fields.css'
import '../ui/styles/office.css'
import '../ui/styles/print.css'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { readOrganised } from '../organise/organising.ts'
import { LoadedPage } from '../ui/page/LoadedPage.tsx'
import { PrintContent } from './PrintContent.tsx'

const words = {
  missing: 'Check the address, or open the organiser’s link and go on from there.',
  outside: 'Printing is for the organiser',
  open: 'Open the organiser’s link in this browser once; after that this page knows you.',
}

export function PrintPage() {
  const slug = slugOfPage()
  const loader = createPageLoader(() => readOrganised(slug))
  return (
    <LoadedPage loader={loader} words={words}>
      {(organised) => <PrintContent slug={slug} read={organised()} />}
    </LoadedPage>
  )
}
