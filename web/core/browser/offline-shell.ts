/**
 * Caches this page on the phone, so that a reload without a network still shows it. Only where browsers allow it
 * (https, or localhost).
 */
export function cacheShell() {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  // After the first view, and mostly from the browser's own cache.
  setTimeout(async () => {
    try {
      await navigator.serviceWorker.register('/service-worker.js')
      const { active } = await navigator.serviceWorker.ready
      active?.postMessage(location.pathname)
      await navigator.storage?.persist?.()
    } catch {}
  }, 3000)
}
