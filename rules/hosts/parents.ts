// A host and every parent host, nearest first, without the last label: "a.b.test" -> "a.b.test", "b.test".
export function withParents(host: string): string[] {
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return [host];
  const labels = host.split('.');
  const parents = labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
  return parents.length === 0 ? [host] : parents;
}
