import './record.css'
import { render } from 'solid-js/web'
import { RecordPage } from './RecordPage.tsx'

render(RecordPage, document.getElementById('page')!)
