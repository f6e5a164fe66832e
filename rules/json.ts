/** Text from outside as a value; undefined, which fits no schema, where it is no JSON. */
export function readJson(untrustedText: string): unknown {
  try {
    return JSON.parse(untrustedText);
  } catch {
    // The one thing that parse() says by throwing.
    return undefined;
  }
}
