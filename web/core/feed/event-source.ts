import { type StreamListener, type UpdateStream, updateNames } from './feed-transport.ts'

export function openEventSource(address: string, { onUpdate, onEnd }: StreamListener): UpdateStream {
  const source = new EventSource(address)
  for (const name of updateNames) source.addEventListener(name, (e) => onUpdate(name, (e as MessageEvent<string>).data))
  source.onerror = () => onEnd(source.readyState === EventSource.CLOSED)
  return { isConnecting: () => source.readyState === EventSource.CONNECTING, close: () => source.close() }
}
