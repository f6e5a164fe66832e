// Who is speaking. A web page can only ever be "page"; everything else is one of our own documents.
import { isEmptyPage } from '@/rules/hosts/empty-page.ts';
import type { Surface } from '@/rules/messages/contract.ts';

export type Sender = {
  readonly surface: Surface;
  readonly url: string;
  readonly title: string;
  readonly tabId: number | null;
  readonly windowId: number | null;
  readonly frameId: number;
  /** Rendered ahead, kept for Back, or going away: what its tab shows is another page. */
  readonly isInactive: boolean;
};

/** What the browser says about a message's sender: the part both browsers fill in. */
export type UntrustedSender = {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentLifecycle?: string | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly windowId?: number | undefined;
        readonly title?: string | undefined;
      }
    | undefined;
};

const surfaces: Readonly<Record<string, Surface>> = {
  '/popup.html': 'popup',
  '/options.html': 'options',
  '/blocked.html': 'blocked',
  '/report.html': 'report',
  '/mine.html': 'mine',
};

export type Ours = { readonly id: string; readonly origin: string };

/** Null: another extension, or a document of ours that may not speak. `ours` is the id and origin of this extension. */
export function recognise(sender: UntrustedSender, ours: Ours): Sender | null {
  if (sender.id !== ours.id) return null;
  const url = ownerOf(sender);
  const surface = surfaceOf(url, sender, ours.origin);
  if (surface === null) return null;
  return {
    surface,
    url,
    title: sender.tab?.title ?? '',
    tabId: sender.tab?.id ?? null,
    windowId: sender.tab?.windowId ?? null,
    frameId: sender.frameId ?? 0,
    isInactive: (sender.documentLifecycle ?? 'active') !== 'active',
  };
}

/** An empty page is the page's that opened and filled it: its address says nothing, its origin does. */
function ownerOf({ url = '', origin = '' }: UntrustedSender): string {
  return isEmptyPage(url) && origin.startsWith('http') ? `${origin}/` : url;
}

function surfaceOf(url: string, sender: UntrustedSender, origin: string): Surface | null {
  if (!url.startsWith(`${origin}/`)) return sender.tab === undefined ? null : 'page';
  const path = URL.parse(url)?.pathname ?? '';
  // One of our pages in a frame of somebody else's would be a trap: they can not be framed, and may not speak.
  if ((sender.frameId ?? 0) !== 0) return null;
  return Object.hasOwn(surfaces, path) ? (surfaces[path] ?? null) : null;
}
