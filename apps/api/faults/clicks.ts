import { sleep } from './world';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';

/** People who click one link after the other, each click with a name that is stored with it (the host of its referrer). */
export class ClickLoad {
  readonly sent = new Set<string>();
  readonly acknowledged = new Set<string>();
  /** How often each status was answered; 0: none. */
  readonly statuses = new Map<number, number>();
  private going = true;
  private readonly clients: Promise<void>[];

  constructor(
    private readonly base: string,
    private readonly codes: string[],
    clients = 16,
  ) {
    this.clients = Array.from({ length: clients }, (_, client) => this.keepClicking(client));
  }

  private async keepClicking(client: number): Promise<void> {
    for (let n = 0; this.going; n += 1) {
      const name = `c${client}-${n}.test`;
      this.sent.add(name);
      const answer = await this.click(name, this.codes[(client + n) % this.codes.length]!);
      this.statuses.set(answer, (this.statuses.get(answer) ?? 0) + 1);
      if (answer === 302) this.acknowledged.add(name);
      else await sleep(20);
    }
  }

  private click(name: string, code: string): Promise<number> {
    return fetch(`${this.base}/r/${code}`, { redirect: 'manual', headers: { 'user-agent': FIREFOX, referer: `https://${name}/`, 'x-forwarded-for': name }, signal: AbortSignal.timeout(15_000) }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 0,
    );
  }

  /** Returns once `count` more clicks were answered, or after `seconds`; how many were. */
  async more(count: number, seconds = 30): Promise<number> {
    const from = this.acknowledged.size;
    for (const until = Date.now() + seconds * 1000; this.acknowledged.size < from + count && Date.now() < until; ) await sleep(5);
    return this.acknowledged.size - from;
  }

  async stop(): Promise<void> {
    this.going = false;
    await Promise.all(this.clients);
  }
}
