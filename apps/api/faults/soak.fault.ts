import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from './town';
import { isLong, sleep, status, World, type Program } from './world';

const WARM_UP_SECONDS = 20;
const SECONDS = 90;
const SAMPLE_SECONDS = 10;
const TOKEN = 'a token of sixteen or more';

const whenLong = isLong ? describe : describe.skip;

/** Least squares, per sample. */
function slope(values: number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [over, under] = values.reduce(([o, u], value, n) => [o + (n - middle) * (value - mean), u + (n - middle) ** 2], [0, 0]);
  return over / under;
}

whenLong('a server that works on', () => {
  let world: World;
  let server: Program;
  let headers: Record<string, string>;
  let codes: string[];

  beforeAll(async () => {
    world = await World.start('soak');
    const town = await Town.of(world);
    const { id } = await town.publication();
    codes = await Promise.all((await town.people(5)).map(async (person) => (await town.share(person, id)).code));
    headers = { authorization: `Bearer ${await town.token()}`, 'content-type': 'application/json' };
    await town.close();
    server = await world.server({ METRICS_TOKEN: TOKEN }, ['--expose-gc', '--import', "data:text/javascript,process.on('SIGUSR2',()=>{gc();gc()})"]);
  });
  afterAll(() => world.stop());

  /** Bytes of the heap after a collection, and open handles. */
  async function sample(): Promise<{ heap: number; handles: number }> {
    server.process.kill('SIGUSR2');
    await sleep(500);
    const text = await (await fetch(`${server.base}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text();
    const read = (name: string) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)![1]);
    return { heap: read('nodejs_heap_size_used_bytes'), handles: read('nodejs_active_handles_total') };
  }

  it('keeps its memory and its handles', async () => {
    const QUERIES = ['{ publications(first: 10) { edges { node { id title } } } }', '{ feed(first: 10) { edges { node { id } } } }', '{ currentProgramme { id name } themes { id } }', '{ viewer { email } }'];
    let state: 'work' | 'rest' | 'end' = 'work';
    const people = Array.from({ length: 6 }, async (_, person) => {
      for (let n = person; state !== 'end'; n += 1) {
        if (state === 'work') {
          await status(`${server.base}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: QUERIES[n % QUERIES.length] }) });
          await status(`${server.base}/r/${codes[n % codes.length]}`, { headers: { 'user-agent': `Mozilla/5.0 (${n})` } });
        }
        await sleep(50);
      }
    });
    await sleep(WARM_UP_SECONDS * 1000);
    const samples: { heap: number; handles: number }[] = [];
    for (let n = 0; n <= SECONDS / SAMPLE_SECONDS; n += 1) {
      // What a request under way holds is no leak.
      state = 'rest';
      await sleep(1000);
      samples.push(await sample());
      state = 'work';
      await sleep(SAMPLE_SECONDS * 1000 - 1500);
    }
    state = 'end';
    await Promise.all(people);
    const perMinute = (slope(samples.map(({ heap }) => heap)) * 60) / SAMPLE_SECONDS / 1_048_576;
    process.stderr.write(`Heap: ${perMinute.toFixed(2)} MB a minute; ${samples.map(({ heap }) => (heap / 1_048_576).toFixed(1)).join(" ")} MB\n`);
    expect(perMinute).toBeLessThan(1);
    expect(Math.abs(samples.at(-1)!.handles - samples[0]!.handles)).toBeLessThan(15);
  }, 240_000);
});
