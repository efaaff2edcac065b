import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Organisations, Person, PictureFiles } from '@portevoix/identity/api';
import { Clock, Config, Db, defineJob, DomainError, Events, Handles, isUuid, Log, newId, notFound } from '@portevoix/platform';
import { DEMO_STEPS, resetDemo, seedDemo } from './demo';
import { DemoReset, DemoResetState } from './demo-reset.entity';

const runDemoReset = defineJob<{ resetId: string }>('demo.reset');

/** The queue's own: the first attempt and eight more. */
const ATTEMPTS = 9;
/** After it, a reset that nothing ends is given up, so that another may be asked. */
const GIVEN_UP_MS = 15 * 60_000;

/** The demo organisation as new, without the command line: a job, since no unit of work can hold its own organisation's end. */
@Injectable()
export class DemoResets {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly organisations: Organisations,
    private readonly pictures: PictureFiles,
    private readonly modules: ModuleRef,
    private readonly log: Log,
  ) {}

  /** Asks for it; the one under way when there is one. @throws NOT_A_DEMO anywhere else */
  async ask(): Promise<DemoReset> {
    if (!(await this.organisations.current()).isDemo) throw new DomainError('NOT_A_DEMO');
    // Two at once: the second finds the first's.
    await this.db.query(`select pg_advisory_xact_lock(hashtext('portevoix.demo-reset'))`);
    const resets = this.db.of(DemoReset);
    const now = this.clock.now();
    const running = await resets.findOneBy({ open: true });
    if (running && now.getTime() - running.askedAt.getTime() < GIVEN_UP_MS) return running;
    if (running) await resets.update({ id: running.id }, { open: false, state: DemoResetState.FAILED });
    const reset = resets.create({ id: newId(), state: DemoResetState.WAITING, step: 0, steps: DEMO_STEPS, attempts: 0, askedAt: now, open: true });
    await resets.insert(reset);
    await this.events.send(runDemoReset, { resetId: reset.id });
    return reset;
  }

  /** For whoever holds its id: the sessions of the demo end with it. */
  async byId(id: string): Promise<DemoReset> {
    const [reset] = isUuid(id) ? await this.db.lookup<DemoReset>('select id, state, step, steps from demo_reset where id = $1', [id]) : [];
    if (!reset) throw notFound();
    return reset;
  }

  @Handles(runDemoReset)
  async run({ resetId }: { resetId: string }): Promise<void> {
    const { rows } = await this.db.executeSql(`update demo_reset set state = 'RUNNING', step = 0, attempts = attempts + 1 where id = $1 and open returning attempts`, [resetId]);
    // Delivered again after its end, or given up meanwhile.
    const [found] = rows as { attempts: number }[];
    if (!found) return;
    try {
      await this.forgetPictures();
      await resetDemo(this.config.DATABASE_URL);
      await this.done(resetId, 1);
      await seedDemo(this.db, this.clock, (type) => this.modules.get(type as never, { strict: false }), (step) => this.done(resetId, step + 1));
      await this.db.executeSql(`update demo_reset set state = 'DONE', step = steps, open = false where id = $1`, [resetId]);
    } catch (error) {
      this.log.error({ err: error, resetId }, 'demo reset');
      const over = found.attempts >= ATTEMPTS;
      await this.db.executeSql(`update demo_reset set state = $2, open = $3 where id = $1`, [resetId, over ? DemoResetState.FAILED : DemoResetState.WAITING, !over]);
      throw error;
    }
  }

  /** Seen at once: on a connection of its own, beside the unit that loads. */
  private async done(resetId: string, step: number): Promise<void> {
    await this.db.outside(() => this.db.executeSql('update demo_reset set step = $2 where id = $1', [resetId, step]));
  }

  private async forgetPictures(): Promise<void> {
    const [demo] = await this.db.lookup<{ id: string; logo_url: string | null }>('select id, logo_url from organisation where is_demo');
    if (!demo) return;
    const people = await this.db.run(demo.id, 'read', () => this.db.of(Person).find({ where: { organisationId: demo.id }, select: { id: true, pictureUrl: true } }));
    for (const path of [demo.logo_url, ...people.map(({ pictureUrl }) => pictureUrl)]) if (path) await this.pictures.forget(path);
  }
}
