import { render } from 'solid-js/web'
import '../../web/ui/base.css'
import '../../web/ui/font.css'
import '../parts/clock.css'
import './backstage.css'
import { BackstagePage } from './BackstagePage.tsx'

render(() => <BackstagePage />, document.getElementById('page')!)
