import './certificate.css'
import { render } from 'solid-js/web'
import { CertificatePage } from './CertificatePage.tsx'

render(CertificatePage, document.getElementById('page')!)
