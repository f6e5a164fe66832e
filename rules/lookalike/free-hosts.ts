// Where anybody gets a page for nothing, without saying who they are. Most pages there are honest (school work, hobbies):
// the host alone is no sign, but no bank, shop or office asks for a password there.

const freeHosts = new Set(
  `weebly.com weeblysite.com 000webhostapp.com 000webhost.com firebaseapp.com web.app github.io gitlab.io pages.dev workers.dev
  vercel.app netlify.app netlify.com now.sh surge.sh glitch.me glitch.com replit.app repl.co replit.dev onrender.com fly.dev
  railway.app herokuapp.com azurewebsites.net azurestaticapps.net web.core.windows.net blob.core.windows.net cloudapp.azure.com
  r2.dev s3.amazonaws.com amplifyapp.com appspot.com run.app translate.goog blogspot.com blogger.com wordpress.com tumblr.com livejournal.com
  wixsite.com wixstudio.com wixstudio.io editorx.io wix.com godaddysites.com squarespace.com square.site mystrikingly.com
  strikingly.com webflow.io framer.app framer.website framer.ai carrd.co notion.site gitbook.io webnode.page webnode.com
  jimdosite.com jimdofree.com jimdo.com yolasite.com ucoz.com ucoz.net ucoz.ru ucraft.net hpage.com site123.me
  altervista.org tripod.com angelfire.com neocities.org byethost7.com infinityfreeapp.com epizy.com rf.gd great-site.net
  42web.io free.nf kesug.com wuaze.com liveblog365.com freehosting.com freewebhostmost.com awardspace.com atwebpages.com
  ddns.net duckdns.org no-ip.org no-ip.biz hopto.org zapto.org sytes.net serveo.net dynv6.net dns.army dyndns.org
  ngrok.io ngrok.app ngrok-free.app ngrok-free.dev trycloudflare.com loca.lt cloudns.cl cloudns.ph cprapid.com hostingerapp.com
  hostinger.site hostingersite.com preview-domain.com wpenginepowered.com plesk.page temp.domains
  typedream.app softr.app softr.io bubbleapps.io glideapp.io lovable.app base44.app durable.co zyrosite.com builderall.com
  myportfolio.com teachable.com myfreesites.net formstack.com jotform.com typeform.com forms.app tally.so
  forms.gle docs.google.com sites.google.com forms.office.com telegra.ph graph.org linktr.ee bio.link
  dweb.link ipfs.io cf-ipfs.com fleek.co 4everland.app backblazeb2.com digitaloceanspaces.com ondigitalocean.app
  mybluehost.me webhop.me my.id biz.id web.id eu.org us.kg gq.nf contaboserver.net vercel.dev deno.dev deno.net
  tilda.ws tiiny.site tiiny.host webcindario.com hosting.com mixh.jp sakura.ne.jp mailchimpsites.com hubspotpagebuilder.com
  hs-sites.com clickfunnels.com systeme.io getresponsesite.com webador.com odoo.com zohosites.com zohopublic.com
  page.link short.gy stormkit.dev edgeone.app edgeone.dev pantheonsite.io dreamhosters.com`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

/** The free host that a canonical host stands on; null for a name of one's own, and for the free host's own front page. */
export function freeHostOf(host: string): string | null {
  let dot = host.indexOf('.');
  if (isFormPlace(host)) return host;
  while (dot !== -1) {
    const parent = host.slice(dot + 1);
    if (freeHosts.has(parent)) return host === `www.${parent}` ? null : parent;
    dot = host.indexOf('.', dot + 1);
  }
  return null;
}

/** Strangers' pages stand there under one host, told apart by the path. */
const formPlaces = new Set([
  'docs.google.com',
  'sites.google.com',
  'forms.gle',
  'forms.office.com',
  'telegra.ph',
  'graph.org',
  'linktr.ee',
  'bio.link',
  'tally.so',
]);
export const isFormPlace = (host: string): boolean => formPlaces.has(host);
