// An update that lost much of its list is more often a mistake than a clean-up: the one in force stays, and that is said.
// Whoever means it turns the list off and on again; a first fetch has nothing to be measured by.

/** Of the hosts in force, this part may be gone in one update. */
const mostGone = 0.3;
/** Of a short list a clean-up takes a larger part: so many may always go, but never more than half. */
const fewHosts = 20;

/** `before` and `now` are hosts, of the list in force (0: none) and of the update. */
export function hasShrunk(before: number, now: number): boolean {
  const tolerated = Math.max(before * mostGone, Math.min(fewHosts, before / 2));
  return before - now > tolerated;
}
