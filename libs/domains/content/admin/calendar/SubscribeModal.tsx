import { Button, CopyButton, Modal, TextInput } from '@mantine/core';
import { Notice, Stack } from '@portevoix/ui';
import { queryOf, request, useFormat, useT } from '@portevoix/web';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MakeCalendarFeedDocument, MyCalendarFeedDocument, RevokeCalendarFeedDocument } from '../content.graphql';
import { texts } from '../texts';
import { useFailure } from '../useFailure';
import css from './calendar.module.css';

/** The person's own address of the calendar, for their calendar program. */
export function SubscribeModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useT(texts);
  return (
    <Modal opened={opened} onClose={onClose} title={t('calendar.subscribe')}>
      <Subscribe />
    </Modal>
  );
}

function Subscribe() {
  const t = useT(texts);
  const format = useFormat();
  const fail = useFailure();
  const client = useQueryClient();
  const feed = useQuery(queryOf(MyCalendarFeedDocument)).data?.myCalendarFeed;
  const [url, setUrl] = useState<string | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: ['MyCalendarFeed'] });
  const make = () => void request(MakeCalendarFeedDocument).then(({ makeCalendarFeed }) => (setUrl(makeCalendarFeed.url), refresh()), fail);
  const revoke = () => void request(RevokeCalendarFeedDocument).then(() => (setUrl(null), refresh()), fail);
  return (
    <Stack>
      <p>{t('calendar.subscribeIntro')}</p>
      {url ? (
        <>
          <TextInput readOnly label={t('calendar.address')} value={url} onFocus={(event) => event.currentTarget.select()} />
          <Notice tone="warn">{t('calendar.addressOnce')}</Notice>
        </>
      ) : feed ? <Notice tone="info">{t('calendar.addressMade', { date: format.date(feed.createdAt) })}</Notice> : null}
      <div className={css.buttons}>
        {feed || url ? <Button variant="default" onClick={revoke}>{t('calendar.revoke')}</Button> : null}
        {url ? (
          <CopyButton value={url}>
            {({ copied, copy }) => <Button leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />} onClick={copy}>{t(copied ? 'calendar.copied' : 'calendar.copy')}</Button>}
          </CopyButton>
        ) : <Button onClick={make}>{t(feed ? 'calendar.makeAnother' : 'calendar.make')}</Button>}
      </div>
    </Stack>
  );
}
