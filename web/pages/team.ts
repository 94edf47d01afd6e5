import './team.css'
import { render } from 'solid-js/web'
import { TeamPage } from './TeamPage.tsx'

render(TeamPage, document.getElementById('page')!)
