import '../ui/styles/font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import '../ui/fields/fields.css'
import '../ui/styles/office.css'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { readOrganised } from '../organise/organising.ts'
import { LoadedPage } from '../ui/page/LoadedPage.tsx'
import { PaperContent } from './PaperContent.tsx'

const words = {
  missing: 'Check the address, or open the organiser’s link and go on from there.',
  outside: 'Paper ballots are copied by the organiser',
  open: 'Open the organiser’s link in this browser once; after that this page knows you.',
}

export function PaperPage() {
  const slug = slugOfPage()
  const loader = createPageLoader(() => readOrganised(slug))
  return (
    <LoadedPage loader={loader} words={words}>
      {(organised) => <PaperContent slug={slug} read={organised()} />}
    </LoadedPage>
  )
}
