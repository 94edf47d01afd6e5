/** For a reload without a network. Browsers allow a service worker on https and localhost only. */
export function cacheShell() {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  setTimeout(async () => {
    try {
      await navigator.serviceWorker.register('/service-worker.js')
      const { active } = await navigator.serviceWorker.ready
      active?.postMessage(location.pathname)
      await navigator.storage?.persist?.()
    } catch {}
  }, 3000)
}
