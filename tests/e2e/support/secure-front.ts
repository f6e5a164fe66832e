// https in front of the pretend web: official forms stand at https addresses. The certificate is made anew for each run
// and signed by nobody, so the browser has to be told not to look at it (--ignore-certificate-errors).
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type AddressInfo, connect, createServer as createPlainServer } from 'node:net';
import { createServer } from 'node:tls';

export type SecureFront = { readonly port: number; readonly close: () => Promise<void> };

/** Everything that arrives by TLS goes on to the pretend web at `port` of this machine. */
export async function startSecureFront(port: number): Promise<SecureFront> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const server = createServer({ key, cert: certificate(privateKey, publicKey) }, (socket) => {
    const behind = connect(port, '127.0.0.1');
    // A tab that closes drops its connections: no failure of a test.
    socket.on('error', () => behind.destroy());
    behind.on('error', () => socket.destroy());
    socket.pipe(behind).pipe(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

/** X.509 v1 (RFC 5280), as short as it can be. */
function certificate(privateKey: KeyObject, publicKey: KeyObject): string {
  const algorithm = sequence(oid('2a8648ce3d040302')); // ecdsa-with-SHA256
  const name = sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, bytes('pretend.test')))));
  const signed = sequence(
    tagged(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(tagged(0x17, bytes('250101000000Z')), tagged(0x17, bytes('490101000000Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', signed, privateKey);
  const whole = sequence(signed, algorithm, tagged(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts);
const oid = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));
const bytes = (words: string): Buffer => Buffer.from(words, 'latin1');

/** A proxy for browsers that ask one for https: a tunnel to the front, and everything else to the pretend web. */
export async function startSecureProxy(webPort: number): Promise<SecureFront> {
  const front = await startSecureFront(webPort);
  const server = createPlainServer((socket) => {
    socket.once('data', (first) => {
      const isTunnel = first.toString('latin1').startsWith('CONNECT ');
      const behind = connect(isTunnel ? front.port : webPort, '127.0.0.1');
      socket.on('error', () => behind.destroy());
      behind.on('error', () => socket.destroy());
      if (isTunnel) socket.write('HTTP/1.1 200 Here\r\n\r\n');
      else behind.write(first);
      socket.pipe(behind).pipe(socket);
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      await front.close();
    },
  };
}
