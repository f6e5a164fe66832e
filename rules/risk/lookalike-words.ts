// Words beside a well-known name that make it suspect, and real names that stand close to one. Data.

/** What people are lured with or asked for. Words that fan sites and shops use (game, store, wiki) are left out. */
export const lures: ReadonlySet<string> = new Set(
  `login log-in signin signon logon secure security secured verify verification verified verifyaccount
  account accounts myaccount password passwort recover recovery unlock unlocked suspended locked limited
  confirm confirmation authenticate authentication auth validate validation billing refund refunds
  giveaway giveaways freegift gift gifts giftcard giftcards bonus reward rewards prize prizes winner
  generator robux vbucks freerobux freevbucks redeem www wwww vwww wvww vvww singin log sign claim airdrop free freecoins hack hacks cheat
  loginhelp supportteam helpdesk customercare wallet update updates alert alerts notice kyc otp pin
  lottery jeeto inam
  ebanking netbanking onlinebanking internetbanking mobilebanking`.split(/\s+/),
);

/** Enough only beside a long and distinctive name, and only with a dash: "paypal-support", not "apple-support". */
export const softLures: ReadonlySet<string> = new Set(
  `support help service services customer official team id online pay payment payments card cards chat group
  groups grup tracking delivery mail webmail app web ios android webscr center centre resolution resolve info
  event events promo promotion topup recharge coins credit credits activate activation cancel case claims
  safety protect protection`.split(/\s+/),
);

/** Content networks that put the customer's whole name in front of their own. */
export const carrierDomains: ReadonlySet<string> = new Set(
  `akadns.net edgekey.net edgesuite.net akamaized.net akamai.net akamaihd.net akamaiedge.net cloudfront.net
  fastly.net cloudflare.net impervadns.net footprint.net
  translate.goog ampproject.org googleusercontent.com turbopages.org archive.org`.split(/\s+/),
);

/** Ordinary names that stand one slip away from a well-known one, under any ending. */
export const realNeighbours: ReadonlySet<string> = new Set(
  `wikimedia telegraf interest minterest lithub bithub twister gmall getflix gardena fortnine paypay amazone amazona goole moogle doc2sign nintondo ithub acebook
  santanderx facelook tmitter 1cloud zetflix applied bankislam`.split(/\s+/),
);
