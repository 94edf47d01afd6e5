import { render } from 'solid-js/web'
import '../../web/ui/base.css'
import '../../web/ui/font.css'
import '../parts/clock.css'
import '../parts/picture.css'
import './stage.css'
import { StagePage } from './StagePage.tsx'

render(() => <StagePage />, document.getElementById('page')!)
