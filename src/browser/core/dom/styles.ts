/** Style sheets that come late, each once, when they are first needed. */
const linked = new Map<string, Promise<unknown>>();

/** @param address of the sheet @returns a promise that it is there, or cannot come: everything works without it too */
export function linkStyles(address: string): Promise<unknown> {
  const before = linked.get(address);
  if (before) return before;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  const there = new Promise(done => {
    link.onload = link.onerror = done;
  });
  linked.set(address, there);
  document.head.append(link);
  return there;
}
