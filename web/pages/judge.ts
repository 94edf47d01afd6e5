import './judge.css'
import { render } from 'solid-js/web'
import { JudgePage } from './JudgePage.tsx'

const page = document.getElementById('page')!
page.textContent = ''
render(JudgePage, page)
