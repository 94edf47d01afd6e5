import './history.css'
import { render } from 'solid-js/web'
import { HistoryPage } from './HistoryPage.tsx'

render(HistoryPage, document.getElementById('page')!)
