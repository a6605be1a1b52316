/**
 * @returns whether the reader came to this page by a link or an address. Where it was loaded anew, or is gone back to,
 * the browser knows the position better.
 */
export function isFollowed(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return !navigation || navigation.type === 'navigate';
}
