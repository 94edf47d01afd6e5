import './home.css'
import { render } from 'solid-js/web'
import { HomePage } from './HomePage.tsx'

render(HomePage, document.getElementById('page')!)
