import './check.css'
import { render } from 'solid-js/web'
import { CheckPage } from './CheckPage.tsx'

render(CheckPage, document.getElementById('page')!)
