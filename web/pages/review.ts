import './review.css'
import { render } from 'solid-js/web'
import { ReviewPage } from './ReviewPage.tsx'

render(ReviewPage, document.getElementById('page')!)
