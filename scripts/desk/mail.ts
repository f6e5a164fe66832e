// A mailto link as a mail program sends it, and the real gateway that files a mail at the desk.
import { spawn } from 'node:child_process';

/** Installed with Request Tracker's clients. */
export const gatewayProgram = '/usr/bin/rt-mailgate';

type Envelope = {
  readonly from: string;
  readonly messageId: string;
  /** Mail programs choose for themselves; the desk must read them all. */
  readonly as?: 'plain' | 'base64' | 'with-html';
};

/** An RFC 5322 message with what the link fills in. */
export function messageOf(mailto: string, { from, messageId, as = 'plain' }: Envelope): string {
  const url = new URL(mailto);
  const field = (name: string): string =>
    decodeURIComponent(new RegExp(`[?&]${name}=([^&]*)`).exec(url.search)?.[1] ?? '');
  return [
    `From: ${from}`,
    `To: ${url.pathname}`,
    `Subject: ${headerWord(field('subject'))}`,
    `Message-ID: <${messageId}>`,
    'Date: Fri, 20 Nov 2026 18:06:00 +0500',
    'MIME-Version: 1.0',
    ...bodyAs(as, field('body')),
  ].join('\r\n');
}

function bodyAs(as: NonNullable<Envelope['as']>, text: string): string[] {
  if (as === 'base64') return ['Content-Transfer-Encoding: base64', plainType, '', folded(text)];
  if (as === 'plain') return ['Content-Transfer-Encoding: 8bit', plainType, '', text, ''];
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r\n', '<br>');
  return [
    'Content-Type: multipart/alternative; boundary="=-saathi"',
    '',
    '--=-saathi',
    plainType,
    'Content-Transfer-Encoding: base64',
    '',
    folded(text),
    '--=-saathi',
    'Content-Type: text/html; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    `<p>${html}</p>`,
    '--=-saathi--',
    '',
  ];
}

const plainType = 'Content-Type: text/plain; charset=UTF-8';
const base64Of = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const folded = (text: string): string => base64Of(text).replaceAll(/.{76}/g, '$&\r\n');
/** RFC 2047 where it is needed. */
const headerWord = (text: string): string =>
  /^[ -~]*$/.test(text) ? text : `=?UTF-8?B?${base64Of(text)}?=`;

/** Hands a message over as the desk's own mail server would; throws if the gateway does not take it. */
export function feedMailGateway(
  desk: { readonly url: string; readonly queue: string },
  message: string,
): Promise<void> {
  const gateway = spawn(
    gatewayProgram,
    ['--queue', desk.queue, '--action', 'correspond', '--url', desk.url, '--debug'],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  let said = '';
  gateway.stderr.on('data', (part: Buffer) => {
    said += part.toString('utf8');
  });
  gateway.stdin.end(message);
  return new Promise((resolve, reject) => {
    gateway.once('error', reject);
    gateway.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The mail gateway ended with ${String(code)}: ${said}`)),
    );
  });
}
