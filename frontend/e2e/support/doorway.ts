import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to the app which can be shut: offline is tested with the server gone, which an emulated network does not show to a service worker. */
export class Doorway {
  private server: Server | undefined;
  private port = 0;
  constructor(private readonly target: URL) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }
  async open(): Promise<void> {
    this.server = createServer((incoming, outgoing) => {
      const { hostname, port } = this.target;
      const onward = request(
        { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
        (answer) => {
          // the browser's own cache would hide what the worker has not kept
          outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'cache-control': 'no-store' });
          answer.pipe(outgoing);
        },
      );
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    });
    await new Promise<void>((done) => this.server?.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
  }
  async shut(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((done) => this.server?.close(done));
  }
}
