import './pack.css'
import { render } from 'solid-js/web'
import { PackPage } from './PackPage.tsx'

render(PackPage, document.getElementById('page')!)
