import './paper.css'
import { render } from 'solid-js/web'
import { PaperPage } from './PaperPage.tsx'

render(PaperPage, document.getElementById('page')!)
