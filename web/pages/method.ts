import './method.css'
import { render } from 'solid-js/web'
import { MethodPage } from './MethodPage.tsx'

render(MethodPage, document.getElementById('page')!)
