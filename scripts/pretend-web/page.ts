// The paper the pretend sites are printed on: one document, one small style sheet, a colour per site.
export type Look = {
  readonly title: string;
  /** What the browser's tab and the site's bar call it. */
  readonly brand: string;
  /** Main colour, dark enough for white text. */
  readonly colour: string;
  readonly links?: readonly (readonly [label: string, href: string])[];
  /** Further tags for the head: labels, styles. */
  readonly head?: string;
};

const style = `
*{box-sizing:border-box}
body{margin:0;font:17px/1.6 system-ui,"Noto Sans",sans-serif;color:#1d2733;background:#f6f7f9}
a{color:var(--main)}
header.bar{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;padding:14px clamp(16px,5vw,64px);background:var(--main);color:#fff}
header.bar strong{font-size:22px;letter-spacing:-.01em;margin-inline-end:auto}
header.bar a{color:#fff;text-decoration:none;padding:6px 2px}
header.bar a:hover{text-decoration:underline}
main{max-width:1060px;margin:0 auto;padding:28px clamp(16px,5vw,32px) 64px}
h1{font-size:clamp(26px,4vw,38px);line-height:1.2;margin:.2em 0 .5em;letter-spacing:-.02em}
h2{font-size:21px;margin:1.6em 0 .5em}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:18px}
.card{background:#fff;border-radius:14px;padding:16px;box-shadow:0 1px 2px #0b1a2b14,0 6px 20px #0b1a2b0d}
.card h3{margin:.5em 0 .2em;font-size:17px;line-height:1.3}
.card p{margin:.2em 0;color:#55606d;font-size:15px}
.card svg,.art{display:block;width:100%;height:auto;border-radius:10px}
button,input,select{font:inherit;border-radius:10px;border:1px solid #b9c2cd;padding:10px 14px;background:#fff}
button{background:var(--main);border-color:var(--main);color:#fff;cursor:pointer}
label{display:block;margin:12px 0}
label input{display:block;width:100%;max-width:340px;margin-top:4px}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:14px}
footer{padding:24px clamp(16px,5vw,64px);color:#6b7683;font-size:14px}
`;

export const escape = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function page(look: Look, main: string): string {
  const links = (look.links ?? [])
    .map(([label, href]) => `<a href="${escape(href)}">${escape(label)}</a>`)
    .join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(look.title)}</title>
<link rel="icon" href="data:,">
${look.head ?? ''}
<style>:root{--main:${look.colour}}${style}</style>
</head>
<body>
<header class="bar"><strong>${escape(look.brand)}</strong>${links}</header>
<main>${main}</main>
<footer>A pretend site for trying Saathi. Nothing here is real and nothing leaves this computer.</footer>
</body>
</html>`;
}

/** A quiet picture made of three hills and a sun; the same words give the same picture. */
export function landscape(words: string, height = 120): string {
  const seed = Array.from(words).reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997,
    7,
  );
  const hue = (seed * 47) % 360;
  const sun = 40 + (seed % 240);
  const hill = (depth: number) => {
    const top = 40 + depth * 22 + (seed % 17);
    const fill = `hsl(${(hue + depth * 18) % 360} 45% ${62 - depth * 13}%)`;
    return `<path fill="${fill}" d="M0 ${top + 20}Q80 ${top - 20} 160 ${top + 8}T320 ${top}V140H0Z"/>`;
  };
  return `<svg viewBox="0 0 320 ${height}" role="img" aria-label="${escape(words)}" preserveAspectRatio="xMidYMid slice"><rect width="320" height="140" fill="hsl(${hue} 60% 88%)"/><circle cx="${sun}" cy="34" r="16" fill="hsl(${(hue + 40) % 360} 90% 72%)"/>${[0, 1, 2].map(hill).join('')}</svg>`;
}
