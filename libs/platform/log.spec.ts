import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { errorForLog } from './log';

describe('an error in the log', () => {
  it('says which rule of the database was broken, and not with which values', () => {
    const driver = Object.assign(new Error('duplicate key value violates unique constraint "person_email"'), { code: '23505', constraint: 'person_email', table: 'person', detail: 'Key (email)=(planted@example.test) already exists.' });
    const logged = errorForLog(new QueryFailedError('insert into person values ($1, $2)', ['planted@example.test', '$argon2id$planted'], driver));
    expect(logged).toMatchObject({ type: 'QueryFailedError', sqlState: '23505', constraint: 'person_email', table: 'person' });
    expect(JSON.stringify(logged)).not.toContain('planted');
  });

  it('keeps its cause', () => {
    expect(errorForLog(new Error('above', { cause: new Error('below') }))).toMatchObject({ message: 'above', cause: { message: 'below' } });
  });
});
