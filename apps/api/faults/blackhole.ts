import net from 'node:net';

/** Stands between a program and PostgreSQL; swallows what passes, without a word, when told so: a cable pulled out. */
export class Blackhole {
  private readonly pairs = new Set<readonly [net.Socket, net.Socket]>();
  private swallowing = false;
  private readonly server = net.createServer((socket) => this.accept(socket));

  constructor(private readonly target: URL) {}

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    const url = new URL(this.target);
    url.port = String((this.server.address() as net.AddressInfo).port);
    return url.href;
  }

  private accept(client: net.Socket): void {
    const server = net.connect(Number(this.target.port), this.target.hostname);
    const pair = [client, server] as const;
    this.pairs.add(pair);
    // What was once in the hole never comes out of it: the connection stays half open.
    let lost = this.swallowing;
    for (const [from, to] of [[client, server], [server, client]] as const) {
      from.on('data', (data) => {
        lost ||= this.swallowing;
        if (!lost) to.write(data);
      });
      from.on('error', () => undefined).on('close', () => {
        if (!lost) to.destroy();
        else if (from === client) server.destroy();
        this.pairs.delete(pair);
      });
    }
  }

  open(): void {
    this.swallowing = true;
  }

  close(): void {
    this.swallowing = false;
  }

  async stop(): Promise<void> {
    for (const [client, server] of this.pairs) {
      client.destroy();
      server.destroy();
    }
    await new Promise((done) => this.server.close(done));
  }
}
