import './feedback.css'
import { render } from 'solid-js/web'
import { FeedbackPage } from './FeedbackPage.tsx'

render(FeedbackPage, document.getElementById('page')!)
