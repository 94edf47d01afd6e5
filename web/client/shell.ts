/**
 * Keeps this page itself on the phone, so that a reload without a network still shows it. Only where browsers allow it
 * (https, or this very machine); elsewhere everything but such a reload works.
 */
export function keepShell() {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  const parts = [
    ...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>(
      'script[src], link[rel=stylesheet], link[rel=modulepreload]',
    ),
  ]
  const addresses = parts.map((part) => ('src' in part && part.src) || (part as HTMLLinkElement).href)
  // After the first view, and mostly from the browser's own cache.
  setTimeout(async () => {
    try {
      await navigator.serviceWorker.register('/service-worker.js')
      const cache = await caches.open('shell')
      await cache.addAll([location.pathname, ...addresses])
      await navigator.storage?.persist?.()
    } catch {}
  }, 3000)
}
