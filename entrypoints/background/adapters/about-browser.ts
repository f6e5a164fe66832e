// What a desk needs to know about the program: names and main versions, nothing that tells one family from another.
export async function aboutBrowser(): Promise<{ browser: string; system: string }> {
  const agent = navigator.userAgent;
  const [, firefox] = /Firefox\/(\d+)/.exec(agent) ?? [];
  const [, chromium] = /Chrome\/(\d+)/.exec(agent) ?? [];
  const browser =
    firefox === undefined ? `Chromium ${chromium ?? ''}`.trim() : `Firefox ${firefox}`;
  return { browser, system: systemIn(agent) };
}

function systemIn(agent: string): string {
  const known = ['Windows', 'Android', 'CrOS', 'Mac OS X', 'Linux'];
  return known.find((name) => agent.includes(name)) ?? 'other';
}
