import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@portevoix/identity/shared';
import { Clock, Config, Db, DomainError, isUniqueViolation, type RequestContext, type Viewer } from '@portevoix/platform';
import { IsNull, LessThan, Not } from 'typeorm';
import { Organisation } from '../organisation.entity';
import { Person } from '../person.entity';
import { Sessions } from '../sign-in/sessions.service';
import { SignInLinks } from '../sign-in/sign-in-links.service';
import { Throttle } from '../sign-in/throttle';
import { Challenges } from './challenge';
import { base32Of, newKey, newRecoveryCodes, recoveryHash, stepOf, uriOf } from './codes';
import { keyFor, seal, unseal } from './sealed';
import { needsSecondFactor } from './missing';
import { SecondFactor } from './second-factor.entity';

type Whose = Pick<Person, 'organisationId' | 'id'>;
const refused = () => new DomainError('SECOND_FACTOR_REFUSED');

/** The application of codes asked for after the first factor. */
@Injectable()
export class SecondFactors {
  private readonly sealing: Buffer;
  private readonly recovery: Buffer;

  constructor(
    @Inject(Config) config: Config,
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly links: SignInLinks,
    private readonly throttle: Throttle,
    private readonly challenges: Challenges,
  ) {
    this.sealing = keyFor(config.PORTEVOIX_SECRET, 'second factor');
    this.recovery = keyFor(config.PORTEVOIX_SECRET, 'recovery code');
  }

  isOn(personId: string): Promise<boolean> {
    return this.db.of(SecondFactor).existsBy({ organisationId: this.db.organisationId, personId, confirmedAt: Not(IsNull()) });
  }

  async isMissing(personId: string, roles: readonly Role[]): Promise<boolean> {
    return needsSecondFactor(roles) && !(await this.isOn(personId));
  }

  /** A new key, in force only once a code of it comes back; `qr` is an SVG document. CONFLICT when a factor is on. */
  async begin({ organisationId, personId }: Viewer): Promise<{ uri: string; key: string; qr: string }> {
    const { name } = await this.db.of(Organisation).findOneByOrFail({ id: organisationId });
    const { email } = await this.db.of(Person).findOneByOrFail({ organisationId, id: personId });
    const key = newKey();
    await this.db.of(SecondFactor).delete({ organisationId, personId, confirmedAt: IsNull() });
    try {
      await this.db.attempt(() => this.insert({ organisationId, id: personId }, key, { confirmedAt: null }));
    } catch (error) {
      if (isUniqueViolation(error, 'second_factor_person')) throw new DomainError('CONFLICT');
      throw error;
    }
    const uri = uriOf(key, name, email);
    const { default: QRCode } = await import('qrcode');
    return { uri, key: base32Of(key), qr: await QRCode.toString(uri, { type: 'svg', margin: 2 }) };
  }

  /** Puts the key in force. Other sessions end and this one is made anew; answers the recovery codes, which are not told again. */
  async confirm({ organisationId, personId }: Viewer, code: string, context: RequestContext): Promise<string[]> {
    await this.count(personId);
    const factor = await this.db.of(SecondFactor).findOneBy({ organisationId, personId, confirmedAt: IsNull() });
    const step = factor && this.stepOf(factor, code);
    if (step === null) throw refused();
    const codes = newRecoveryCodes();
    const recoveryHashes = codes.map((each) => recoveryHash(this.recovery, personId, each));
    const { affected } = await this.db.of(SecondFactor).update({ organisationId, personId, id: factor!.id, confirmedAt: IsNull() }, { confirmedAt: this.clock.now(), lastStep: step, recoveryHashes });
    if (!affected) throw refused();
    await this.forgive(personId);
    await this.sessions.revokeAll(personId);
    await this.sessions.open(await this.db.of(Person).findOneByOrFail({ organisationId, id: personId }), context);
    return codes;
  }

  async remove({ organisationId, personId }: Viewer, code: string): Promise<void> {
    await this.count(personId);
    if (!(await this.accept({ organisationId, id: personId }, code))) throw refused();
    await this.forget({ organisationId, id: personId });
  }

  /** Takes a factor away, without a code. */
  async forget({ organisationId, id: personId }: Whose): Promise<boolean> {
    const { affected } = await this.db.of(SecondFactor).delete({ organisationId, personId });
    await this.forgive(personId);
    return Boolean(affected);
  }

  /** Opens a session for whom this browser has given the first factor of. */
  async complete(code: string, context: RequestContext): Promise<Person> {
    const owner = this.challenges.owner(context);
    if (!owner) throw new DomainError('SIGN_IN_REFUSED');
    const { organisationId, personId } = owner;
    await this.count(personId);
    await this.db.enter(organisationId);
    const person = await this.db.of(Person).findOneBy({ organisationId, id: personId, deactivatedAt: IsNull() });
    if (!person || !(await this.accept(person, code))) throw refused();
    await this.forgive(personId);
    await this.links.spend(person, context);
    await this.sessions.open(person, context);
    this.db.afterCommit(() => this.challenges.clear(context));
    return person;
  }

  /** A factor that is on, with this key: for tests. */
  async give(whose: Whose, key: Buffer, codes: readonly string[] = []): Promise<void> {
    await this.insert(whose, key, { confirmedAt: this.clock.now(), recoveryHashes: codes.map((each) => recoveryHash(this.recovery, whose.id, each)) });
  }

  /**
   * Whether it is a code of the present, or a recovery code that is left; either is then spent. By one statement, whose
   * row's lock lets one of two pass.
   */
  private async accept({ organisationId, id: personId }: Whose, code: string): Promise<boolean> {
    const factor = await this.db.of(SecondFactor).findOneBy({ organisationId, personId, confirmedAt: Not(IsNull()) });
    if (!factor) return false;
    const step = this.stepOf(factor, code);
    if (step !== null) return Boolean((await this.db.of(SecondFactor).update({ organisationId, id: factor.id, lastStep: LessThan(step) }, { lastStep: step })).affected);
    const hash = recoveryHash(this.recovery, personId, code);
    const spent = await this.db.of(SecondFactor).createQueryBuilder().update().set({ recoveryHashes: () => 'array_remove(recovery_hashes, :hash)' })
      .where('organisation_id = :organisationId and id = :id and :hash = any(recovery_hashes)', { organisationId, id: factor.id, hash }).execute();
    return Boolean(spent.affected);
  }

  private stepOf({ organisationId, personId, sealedKey }: SecondFactor, code: string): number | null {
    const key = unseal(this.sealing, `${organisationId} ${personId}`, sealedKey);
    return key && stepOf(key, code, this.clock.now());
  }

  private async insert({ organisationId, id: personId }: Whose, key: Buffer, values: Partial<SecondFactor>): Promise<void> {
    const sealedKey = seal(this.sealing, `${organisationId} ${personId}`, key);
    await this.db.of(SecondFactor).insert({ ...this.db.key(), personId, sealedKey, createdAt: this.clock.now(), confirmedAt: null, lastStep: 0, recoveryHashes: [], ...values });
  }

  /** Counted before it is looked at: many at once get no more tries. */
  private async count(personId: string): Promise<void> {
    await this.throttle.take('factor', personId);
    await this.throttle.take('factor-day', personId);
  }

  private async forgive(personId: string): Promise<void> {
    await this.throttle.clear('factor', personId);
    await this.throttle.clear('factor-day', personId);
  }
}
