import { monitorEventLoopDelay } from 'node:perf_hooks'

// Loaded before a server that is measured: how long its event loop was held, and its memory, told when asked.
const everyMs = 1
const delay = monitorEventLoopDelay({ resolution: everyMs })
delay.enable()
process.on('message', () => {
  process.send({ heldMs: Math.max(0, delay.max / 1e6 - everyMs), residentMb: process.memoryUsage.rss() / 1e6 })
  delay.reset()
})
process.channel.unref()
