// The document as the browser made it. `<img name="body">` takes the place of document.body, for content scripts too;
// the getters and methods of the prototype are out of a page's reach.

const pristine = Object.getPrototypeOf(document) as Document;

export const own = <Key extends keyof Document>(key: Key): Document[Key] =>
  Reflect.get(pristine, key, document) as Document[Key];

export const allThat = (selector: string): NodeListOf<HTMLElement> =>
  own('querySelectorAll').call(document, selector) as NodeListOf<HTMLElement>;

export const allIn = (within: Document | ShadowRoot, selector: string): NodeListOf<Element> =>
  within instanceof ShadowRoot ? within.querySelectorAll(selector) : allThat(selector);

export const elementAt = (x: number, y: number): Element | null =>
  own('elementFromPoint').call(document, x, y);

/** Null for a moment, while a page puts another root in place. */
export const rootElement = (): HTMLElement | null => own('documentElement') as HTMLElement | null;

type Attributes = Readonly<Record<string, string>>;

/** An HTML element, in a document of any kind (XML and SVG have no plain createElement for it). */
export function make(
  tag: string,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElement {
  return build('http://www.w3.org/1999/xhtml', tag, attributes, children) as HTMLElement;
}

/** One pictogram or drawing: its paths, each with the class it is painted by. */
export function draw(
  attributes: Attributes,
  paths: readonly (readonly [className: string, d: string])[],
): Element {
  const svg = 'http://www.w3.org/2000/svg';
  const drawn = paths.map(([name, d]) => build(svg, 'path', { class: name, d }, []));
  return build(svg, 'svg', attributes, drawn);
}

function build(
  namespace: string,
  tag: string,
  attributes: Attributes,
  children: readonly (Node | string)[],
): Element {
  const element = own('createElementNS').call(document, namespace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
