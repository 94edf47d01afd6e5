import '../ui/styles/font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import '../ui/fields/fields.css'
import '../ui/styles/office.css'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { readOrganised } from '../organise/organising.ts'
import { LoadedPage } from '../ui/page/LoadedPage.tsx'
import { ReviewContent } from './ReviewContent.tsx'

const words = {
  missing: 'Check the address, or open the organiser’s link and go on from there.',
  outside: 'The review is for the organiser',
  open: 'Open the organiser’s link in this browser once; after that this page knows you.',
  others: 'Everyone else sees the result once it has been revealed.',
}

export function ReviewPage() {
  const slug = slugOfPage()
  const loader = createPageLoader(() => readOrganised(slug))
  return (
    <LoadedPage loader={loader} words={words}>
      {(organised) => <ReviewContent slug={slug} read={organised()} />}
    </LoadedPage>
  )
}
