import './print.css'
import { render } from 'solid-js/web'
import { PrintPage } from './PrintPage.tsx'

render(PrintPage, document.getElementById('page')!)
