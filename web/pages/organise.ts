import './organise.css'
import { render } from 'solid-js/web'
import { OrganisePage } from './OrganisePage.tsx'

render(OrganisePage, document.getElementById('page')!)
