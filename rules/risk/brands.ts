// Well-known names that others imitate, with the hosts that are really theirs. Data: one line a brand,
// "word word: host host". The first host is the one people know. A mark after a word tells what may be concluded:
// "~" ordinary sites use it too (apple, steam): it counts only beside a lure, or in foreign letters;
// "=" ordinary names stand one letter away (icloud, cloud): no typo is concluded;
// "!" only these hosts bear it: the bare name under another ending is an imitation.
const lines = `
demobank!: demobank.test
hbl~: hbl.com hblbank.com hblmicrofinancebank.com hblasset.com hbl.in
ubl~ ubldigital: ubldigital.com ubl.com.pk ublfunds.com
mcb~ mcbbank=: mcb.com.pk mcbislamicbank.com mcbah.com mcbbank.com mcb.mu
meezanbank! meezan~: meezanbank.com almeezangroup.com
easypaisa!: easypaisa.com.pk telenorbank.pk easypaisa.com
jazzcash!: jazzcash.com.pk jazzcash.com jazz.com.pk
nayapay!: nayapay.com
sadapay!: sadapay.pk
bankalfalah! alfalah~: bankalfalah.com alfalahbank.com alfalahsec.com alfalahamc.com alfalahtrading.com
alliedbank=: abl.com alliedbank.com.pk
askaribank=!: askaribank.com askaribank.com.pk
faysalbank=!: faysalbank.com
bankislami=: bankislami.com.pk
nadra!: nadra.gov.pk
bisp~: bisp.gov.pk
jazz~ jazzworld: jazz.com.pk
zong~: zong.com.pk
telenor=: telenor.com telenor.com.pk telenor.no telenor.se telenor.dk
daraz: daraz.pk daraz.com daraz.com.bd daraz.lk daraz.com.np
olx~: olx.com.pk olx.com olx.in olx.pl olx.ua olx.ro olx.bg olx.pt olx.kz olx.uz olx.com.br olx.com.ar
paypal: paypal.com paypal.me paypalobjects.com paypal-corp.com paypal-community.com paypalcredit.com paypal-business.com paypal-prepaid.com paypal-knowledge.com paypal.net paypalbenefits.com paypal-gifts.com paypal-engineering.com paypal-communication.com
westernunion: westernunion.com
moneygram: moneygram.com
payoneer: payoneer.com
wise~ transferwise: wise.com transferwise.com
venmo: venmo.com
cashapp~: cash.app
revolut=: revolut.com
chase~: chase.com
wellsfargo: wellsfargo.com wellsfargoadvisors.com wellsfargorewards.com
bankofamerica: bankofamerica.com
capitalone: capitalone.com capitalone.co.uk
citibank= citi~: citi.com citibank.com citibankonline.com citigroup.com citibank.co.in citibank.ru citibank.pl
americanexpress: americanexpress.com americanexpress.io amexgiftcard.com
hsbc: hsbc.com hsbc.co.uk hsbcnet.com hsbc.com.hk
barclays: barclays.co.uk barclays.com barclaysus.com barclays.in
lloydsbank: lloydsbank.com lloydsbank.co.uk lloydsbankinggroup.com
natwest: natwest.com natwestgroup.com
santander: santander.com santander.co.uk santanderbank.com santander.com.br santander.com.mx santanderconsumer.com
standardchartered: sc.com sc.com.pk standardchartered.com
icicibank=: icicibank.com icicidirect.com
hdfcbank=: hdfcbank.com hdfc.com
onlinesbi=: onlinesbi.com onlinesbi.sbi sbi.co.in
paytm: paytm.com paytm.in paytmbank.com paytmmall.com paytmmoney.com
phonepe: phonepe.com
bkash: bkash.com
mastercard: mastercard.com mastercard.us
coinbase: coinbase.com
binance=: binance.com binance.us binance.org binance.info binance.vision
metamask: metamask.io
blockchain~: blockchain.com blockchain.info
kraken~: kraken.com
google: google.com goo.gl gstatic.com googleblog.com googlevideo.com googlesource.com googlecode.com googletagmanager.com googleadservices.com googlesyndication.com google.dev gogle.com gooogle.com googl.com googlegroups.com
gmail: gmail.com
youtube: youtube.com youtu.be youtube-nocookie.com youtubekids.com youtubeeducation.com youtubei.googleapis.com youtube.googleapis.com
microsoft: microsoft.com microsoftonline.com microsoft365.com microsoftstore.com microsoftedge.com microsofttranslator.com
outlook~: outlook.com
hotmail: hotmail.com
office365: office365.com office.com
onedrive: onedrive.com live.com
yahoo: yahoo.com yahoo.co.jp yahoo.net yahooapis.com
icloud=: icloud.com icloud-content.com
apple~ appleid=: apple.com
facebook: facebook.com wwwfacebook.com fb.com facebook.net facebookmail.com facebookbrand.com
messenger~: messenger.com
instagram: instagram.com cdninstagram.com
whatsapp!: whatsapp.com whatsapp.net wa.me
tiktok: tiktok.com tiktokcdn.com tiktokv.com tiktokv.eu tiktokv.us tiktokw.us tiktokw.eu tiktokglobalshop.com
snapchat: snapchat.com
twitter: twitter.com x.com twittercommunity.com
linkedin: linkedin.com
telegram: telegram.org t.me telegram.me telegra.ph
discord: discord.com discord.gg discordapp.com discordapp.net discord.new discord.gift discordstatus.com
pinterest: pinterest.com pinimg.com
reddit=: reddit.com redd.it redditinc.com redditstatic.com redditmedia.com redditgifts.com
twitch~: twitch.tv
skype: skype.com
zoom~: zoom.us zoom.com
roblox!: roblox.com roblox.qq.com roblox.vn rbxcdn.com robloxlabs.com roblox.cn robloxdev.com
robux=: roblox.com
minecraft: minecraft.net minecraft.wiki minecraftservices.com minecraft-services.net minecraftforge.net minecraftforum.net planetminecraft.com
mojang=: mojang.com
fortnite: fortnite.com epicgames.com
epicgames: epicgames.com epicgames.dev unrealengine.com
vbucks=: fortnite.com
steamcommunity!: steamcommunity.com
steampowered! steam~: steampowered.com steamstatic.com steamcontent.com steamgames.com steamcharts.com
pubgmobile! pubg~: pubg.com pubgmobile.com
freefire~: garena.com
garena=: garena.com garena.sg garena.tw
brawlstars!: supercell.com brawlstars.com
clashofclans! clashroyale!: supercell.com clashofclans.com clashroyale.com
supercell: supercell.com supercell.net
playstation: playstation.com playstation.net playstationnetwork.com
nintendo: nintendo.com nintendo.co.jp nintendo.net nintendo.eu nintendo.co.uk nintendoswitch.com nintendo-online.de nintendo.de nintendo.fr
xbox: xbox.com xboxlive.com
riotgames: riotgames.com
valorant: playvalorant.com riotgames.com
leagueoflegends: leagueoflegends.com
callofduty: callofduty.com
genshin~: hoyoverse.com
amongus~: innersloth.com
activision: activision.com
ubisoft=: ubisoft.com ubisoft.fr ubi.com
netflix: netflix.com nflxvideo.net nflximg.com netflix.net netflixinvestor.com
spotify: spotify.com scdn.co spotifycdn.com spotifyforbrands.com spotify.design
disneyplus: disneyplus.com disneyplus.jp disney-plus.net
amazon: amazon.com amazon.jobs amazon.dev amazonpay.com payments-amazon.com amazonalexa.com amazonvideo.com
ebay: ebay.com ebaystatic.com ebayimg.com ebayinc.com ebay-kleinanzeigen.de
walmart: walmart.com wal-mart.com walmartimages.com walmartlabs.com walmartone.com
aliexpress: aliexpress.com aliexpress.ru aliexpress.us
alibaba: alibaba.com alibabagroup.com alibabacloud.com
temu~: temu.com
shein~: shein.com
flipkart: flipkart.com
dhl~: dhl.com dhl.de dhl.co.uk
fedex: fedex.com
usps: usps.com uspsoig.gov
ups~: ups.com
royalmail: royalmail.com royalmailgroup.com
pakpost: pakpost.gov.pk
dropbox: dropbox.com dropboxapi.com dropboxforum.com
docusign: docusign.com docusign.net
adobe: adobe.com adobe.io adobelogin.com adobedtm.com adobesign.com
github: github.com githubassets.com githubstatus.com
wikipedia: wikipedia.org
khanacademy: khanacademy.org
duolingo: duolingo.com
scratch~: scratch.mit.edu
airbnb: airbnb.com
`;

export type Brand = {
  /** The host people know; what the imitation pretends to be. */
  readonly host: string;
  readonly word: string;
  /** An ordinary word as well. */
  readonly isPlain: boolean;
  readonly hasNeighbours: boolean;
  /** Nobody else bears the name, under any ending. */
  readonly isSole: boolean;
};

export const readBrands = (): { readonly brands: Brand[]; readonly hosts: Set<string> } => {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.split(': '));
  return {
    brands: rows.flatMap(([words = '', hosts = '']) =>
      words.split(' ').map((marked) => ({
        host: hosts.split(' ', 1)[0] ?? '',
        word: marked.replaceAll(/[~=!]/g, ''),
        isPlain: marked.includes('~'),
        hasNeighbours: marked.includes('='),
        isSole: marked.includes('!'),
      })),
    ),
    hosts: new Set(rows.flatMap(([, hosts = '']) => hosts.split(' '))),
  };
};
