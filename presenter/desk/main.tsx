import { render } from 'solid-js/web'
import '../../web/ui/base.css'
import '../../web/ui/font.css'
import '../parts/clock.css'
import '../parts/picture.css'
import './buttons.css'
import './desk.css'
import { DeskPage } from './DeskPage.tsx'

render(() => <DeskPage />, document.getElementById('page')!)
