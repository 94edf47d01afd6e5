// Loaded before a server that is watched: what it still holds once all that may go has gone, said when asked by a signal.
process.on('SIGUSR2', async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    globalThis.gc()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const kinds = process.getActiveResourcesInfo()
  const count = (kind) => kinds.filter((one) => one === kind).length
  const { heapUsed, external, rss } = process.memoryUsage()
  const holds = { heap: heapUsed + external, rss, sockets: count('TCPSocketWrap'), timers: count('Timeout') }
  process.stdout.write(`Holds ${JSON.stringify(holds)}\n`)
})
