import { Button, Group, Modal } from '@mantine/core';
import type { MyApiTokensQuery } from '@portevoix/graphql';
import { Card, Pill, SkeletonRows, Stack } from '@portevoix/ui';
import { Failure, queryOf, useFormat, useMutationOf, useT } from '@portevoix/web';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { texts } from '../texts';
import { CreateTokenModal } from './CreateTokenModal';
import { useRights } from './rights';
import css from './tokens.module.css';
import { MyApiTokensDocument, RevokeApiTokenDocument } from './tokens.graphql';

type Token = MyApiTokensQuery['myApiTokens'][number];

/** The person's own API tokens: what each may do, when it last served, and its end. */
export function ApiTokensCard() {
  const t = useT(texts);
  const { data, error } = useQuery(queryOf(MyApiTokensDocument));
  const [creating, setCreating] = useState(false);
  const [leaving, setLeaving] = useState<Token | null>(null);
  const [asks, setAsks] = useState(false);
  const create = useRef<HTMLButtonElement>(null);
  const ask = (token: Token) => {
    setLeaving(token);
    setAsks(true);
  };
  return (
    <Card title={t('tokens.title')}>
      <Stack>
        <p className={css.hint}>{t('tokens.intro')}</p>
        {data ? <Tokens tokens={data.myApiTokens} onRevoke={ask} /> : error ? <Failure error={error} /> : <SkeletonRows rows={2} />}
        <div>
          <Button ref={create} variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
            {t('tokens.create')}
          </Button>
        </div>
      </Stack>
      <CreateTokenModal opened={creating} onClose={() => setCreating(false)} />
      <RevokeModal opened={asks} token={leaving} onClose={() => setAsks(false)} onRevoked={() => create.current?.focus()} />
    </Card>
  );
}

function Tokens({ tokens, onRevoke }: { tokens: readonly Token[]; onRevoke: (token: Token) => void }) {
  const t = useT(texts);
  if (!tokens.length) return <p className={css.hint}>{t('tokens.none')}</p>;
  return (
    <ul className={css.tokens}>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} onRevoke={() => onRevoke(token)} />
      ))}
    </ul>
  );
}

function TokenRow({ token: { name, scopes, hint, expiresAt, lastUsedAt }, onRevoke }: { token: Token; onRevoke: () => void }) {
  const t = useT(texts);
  const format = useFormat();
  const { nameOf, summaryOf } = useRights();
  const [now] = useState(() => Date.now());
  const isOver = new Date(expiresAt).getTime() <= now;
  return (
    <li className={css.token}>
      <span>
        <b className={css.name}>{name}</b> <code className={css.code}>{hint}</code> {isOver ? <Pill tone="warn">{t('tokens.over')}</Pill> : null}
        <small className={css.detail} title={scopes.map(nameOf).join(', ')}>{summaryOf(scopes)}</small>
        <small className={css.detail}>
          {lastUsedAt ? t('tokens.used', { when: format.relative(lastUsedAt) }) : t('tokens.unused')} · {t(isOver ? 'tokens.ended' : 'tokens.ends', { date: format.date(expiresAt) })}
        </small>
      </span>
      <Button size="sm" variant="default" aria-label={t('tokens.revokeLabel', { name })} onClick={onRevoke}>
        {t('tokens.revoke')}
      </Button>
    </li>
  );
}

/** Asked first: what is revoked cannot come back, its secret is nowhere. Its row goes with its button, so the focus goes where the card says. */
function RevokeModal({ opened, token, onClose, onRevoked }: { opened: boolean; token: Token | null; onClose: () => void; onRevoked: () => void }) {
  const t = useT(texts);
  const revoke = useMutationOf(RevokeApiTokenDocument, { refresh: [MyApiTokensDocument], onSuccess: onClose });
  const closed = () => {
    if (revoke.isSuccess) onRevoked();
    revoke.reset();
  };
  return (
    <Modal opened={opened} onClose={onClose} onExitTransitionEnd={closed} returnFocus={!revoke.isSuccess} title={t('tokens.revokeTitle', { name: token?.name ?? '' })}>
      <Stack>
        <p className={css.hint}>{t('tokens.revokeText')}</p>
        {revoke.isError ? <Failure error={revoke.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('tokens.keep')}
          </Button>
          <Button color="red" loading={revoke.isPending} onClick={() => token && revoke.mutate({ id: token.id })}>
            {t('tokens.revoke')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
