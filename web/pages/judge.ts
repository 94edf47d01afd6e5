import './judge.css'
import { render } from 'solid-js/web'
import { JudgePage } from './JudgePage.tsx'

render(JudgePage, document.getElementById('page')!)
