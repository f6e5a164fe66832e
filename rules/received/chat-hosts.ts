// Sites whose chats have an adapter of their own. Small: every page's hello asks.
import { parentsOf } from '../hosts/match.ts';

const named = [
  'web.whatsapp.com',
  'discord.com',
  'messenger.com',
  'facebook.com',
  'instagram.com',
  'web.telegram.org',
  'roblox.com',
  'chat.google.com',
] as const;
export type ChatHost = (typeof named)[number];
const chatHosts: ReadonlySet<string> = new Set(named);

export const isChatHost = (host: string): boolean =>
  parentsOf(host).some((name) => chatHosts.has(name));
