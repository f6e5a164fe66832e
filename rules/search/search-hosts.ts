// Which hosts are search engines. Small: every page's hello asks. What was searched for is read elsewhere, and only there.
const engine =
  /(?:^|\.)(?:google\.(?:com?\.)?[a-z]{2,3}|bing\.com|duckduckgo\.com|yahoo\.(?:com|co\.jp)|yandex\.(?:com|ru|kz|by)|ya\.ru|baidu\.com|ecosia\.org|qwant\.com|startpage\.com|search\.brave\.com|youtube\.com|tiktok\.com|pinterest\.com|reddit\.com|sogou\.com|naver\.com)$/;

export const isSearchHost = (host: string): boolean => engine.test(host);
