import './room.css'
import { render } from 'solid-js/web'
import { RoomPage } from './RoomPage.tsx'

render(RoomPage, document.getElementById('page')!)
