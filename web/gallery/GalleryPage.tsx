import '../ui/styles/wide-font.css'
import '../ui/styles/urdu.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import { Show } from 'solid-js'
import { galleryClosedWords, isGalleryPublic } from '../../api/rules/event/gallery.ts'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { type GalleryContent, readGallery } from '../core/read-gallery.ts'
import { LoadedPage } from '../ui/page/LoadedPage.tsx'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import { Gallery } from './Gallery.tsx'

const words = {
  missing: 'Check the address, or enter the code that is on the screen in the room.',
  outside: 'This page does not open here',
  open: 'Please ask the organiser.',
}

const mayPreview = ({ roles }: GalleryContent) => roles.has('organiser') || roles.has('owner')

export function GalleryPage() {
  const slug = slugOfPage()
  const loader = createPageLoader(() => readGallery(slug))
  return (
    <LoadedPage loader={loader} words={words}>
      {(content) => (
        <Show
          when={isGalleryPublic(content().event) || mayPreview(content())}
          fallback={
            <PageNotice over={content().event.name} title="The gallery is not open">
              <p>{galleryClosedWords[content().event.galleryPublic]}</p>
              <a class="button" href={`/e/${slug}`}>
                Follow the event
              </a>
            </PageNotice>
          }
        >
          <Gallery {...content()} />
        </Show>
      )}
    </LoadedPage>
  )
}
