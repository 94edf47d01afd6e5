import './owner.css'
import { render } from 'solid-js/web'
import { OwnerPage } from './OwnerPage.tsx'

render(OwnerPage, document.getElementById('page')!)
