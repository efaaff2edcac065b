import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import type { StudioFieldsFragment } from '@portevoix/graphql';
import { RequestChangesInput, SchedulePublicationInput } from '@portevoix/content/shared';
import { Stack, SubmitBar, showUndo } from '@portevoix/ui';
import { DateTimeField, Form, formFor, request, SubmitButton, TextareaField, useT } from '@portevoix/web';
import { IconCheck, IconDots, IconMessageCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { ApprovePublicationDocument, ArchivePublicationsDocument, PinPublicationDocument, PublishPublicationDocument, RequestChangesDocument, SchedulePublicationDocument, StudioDocument, SubmitPublicationDocument, UnschedulePublicationDocument } from '../content.graphql';
import { texts } from '../texts';
import { useFailure } from '../useFailure';
import type { Studio } from './useStudio';

type Fields = StudioFieldsFragment;
const RequestForm = formFor(RequestChangesInput);
const ScheduleForm = formFor(SchedulePublicationInput);
const PIN_DAYS = 14;

/** Steps of the workflow that the publication and the viewer allow; what is typed is saved first. */
export function StudioActions({ studio }: { studio: Studio }) {
  const t = useT(texts);
  const fail = useFailure();
  const [asked, setAsked] = useState<'changes' | 'schedule' | null>(null);
  const [busy, setBusy] = useState(false);
  const { publication, save, replace, state } = studio;
  const { id, status, viewerCanApprove, viewerCanEdit } = publication;
  if (!viewerCanEdit) return null;
  const run = (step: () => Promise<unknown>) => {
    setBusy(true);
    void save().then((saved) => (saved ? step().then((next) => replace(next as Fields)) : undefined)).catch(fail).finally(() => setBusy(false));
  };
  const open = (modal: 'changes' | 'schedule') => void save().then((saved) => saved && setAsked(modal));
  const hidden = status === 'DRAFT' || status === 'IN_REVIEW' || status === 'APPROVED';
  const publish = () => run(() => request(PublishPublicationDocument, { id }).then(({ publishPublication }) => publishPublication));
  const main = status === 'IN_REVIEW' && viewerCanApprove
    ? <Button loading={busy} leftSection={<IconCheck size={18} aria-hidden />} onClick={() => run(() => request(ApprovePublicationDocument, { id }).then(({ approvePublication }) => approvePublication))}>{t('studio.approve')}</Button>
    : (hidden || status === 'SCHEDULED') && viewerCanApprove
      ? <Button loading={busy} onClick={publish}>{t('studio.publish')}</Button>
      : status === 'DRAFT'
        ? <Button loading={busy} onClick={() => run(() => request(SubmitPublicationDocument, { id }).then(({ submitForReview }) => submitForReview))}>{t('studio.submit')}</Button>
        : null;
  return (
    <>
      {!hidden && status !== 'ARCHIVED' && state !== 'saved' ? <Button variant="default" loading={state === 'saving'} onClick={() => void save()}>{t('studio.save')}</Button> : null}
      {status === 'IN_REVIEW' && viewerCanApprove ? <Button variant="default" leftSection={<IconMessageCircle size={18} aria-hidden />} onClick={() => open('changes')}>{t('studio.requestChanges')}</Button> : null}
      {hidden && status !== 'IN_REVIEW' && viewerCanApprove ? <Button variant="default" onClick={() => open('schedule')}>{t('studio.schedule')}</Button> : null}
      {main}
      <MoreActions studio={studio} run={run} onSchedule={() => open('schedule')} onPublish={publish} />
      <Modal opened={asked === 'changes'} onClose={() => setAsked(null)} title={t('studio.requestChanges')}>
        <RequestChanges id={id} onDone={(next) => (replace(next), setAsked(null))} />
      </Modal>
      <Modal opened={asked === 'schedule'} onClose={() => setAsked(null)} title={t('studio.schedule')}>
        <ScheduleAt id={id} at={publication.publishAt ?? null} onDone={(next) => (replace(next), setAsked(null))} />
      </Modal>
    </>
  );
}

interface MoreProps {
  studio: Studio;
  run: (step: () => Promise<unknown>) => void;
  onSchedule: () => void;
  onPublish: () => void;
}

function MoreActions({ studio: { publication, replace }, run, onSchedule, onPublish }: MoreProps) {
  const t = useT(texts);
  const fail = useFailure();
  const { id, status, isPinned, viewerCanApprove } = publication;
  const archive = async (archived: boolean): Promise<Fields> => {
    await request(ArchivePublicationsDocument, { input: { ids: [id], archived } });
    const { publication: next } = await request(StudioDocument, { id });
    if (archived) showUndo({ message: t('studio.archivedToast'), detail: t('publications.archivedDetail'), onUndo: () => void archive(false).then(replace, fail) });
    return next as Fields;
  };
  const until = isPinned ? null : new Date(Date.now() + PIN_DAYS * 86_400_000).toISOString();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" aria-label={t('studio.actions')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {status === 'DRAFT' && viewerCanApprove ? <Menu.Item onClick={() => run(() => request(SubmitPublicationDocument, { id }).then(({ submitForReview }) => submitForReview))}>{t('studio.submit')}</Menu.Item> : null}
        {status === 'IN_REVIEW' && viewerCanApprove ? <Menu.Item onClick={onPublish}>{t('studio.publish')}</Menu.Item> : null}
        {(status === 'IN_REVIEW' || status === 'SCHEDULED') && viewerCanApprove ? <Menu.Item onClick={onSchedule}>{t('studio.schedule')}</Menu.Item> : null}
        {status === 'SCHEDULED' && viewerCanApprove ? <Menu.Item onClick={() => run(() => request(UnschedulePublicationDocument, { id }).then(({ unschedulePublication }) => unschedulePublication))}>{t('studio.unschedule')}</Menu.Item> : null}
        {status === 'PUBLISHED' ? <Menu.Item onClick={() => run(() => request(PinPublicationDocument, { input: { id, until } }).then(({ pinPublication }) => pinPublication))}>{t(isPinned ? 'studio.unpin' : 'studio.pin')}</Menu.Item> : null}
        <Menu.Item onClick={() => run(() => archive(status !== 'ARCHIVED'))}>{t(status === 'ARCHIVED' ? 'studio.restore' : 'studio.archive')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function RequestChanges({ id, onDone }: { id: string; onDone: (next: Fields) => void }) {
  const t = useT(texts);
  const form = RequestForm.useForm({
    defaultValues: { id, comment: '' },
    draft: `content.request-changes.${id}`,
    submit: (input) => request(RequestChangesDocument, { input }),
    onDone: ({ requestChanges }) => onDone(requestChanges as Fields),
  });
  return (
    <Form form={form} label={t('studio.requestChanges')}>
      <Stack>
        <TextareaField name="comment" label={t('studio.comment')} required data-autofocus />
        <SubmitBar>
          <SubmitButton>{t('studio.send')}</SubmitButton>
        </SubmitBar>
      </Stack>
    </Form>
  );
}

/** Asks when it comes out; also used to move it in the calendar. */
export function ScheduleAt({ id, at, onDone }: { id: string; at: string | null; onDone: (next: Fields) => void }) {
  const t = useT(texts);
  const form = ScheduleForm.useForm({
    defaultValues: { id, at: (at ?? undefined) as never },
    submit: (input) => request(SchedulePublicationDocument, { input: { id: input.id, at: new Date(input.at).toISOString() } }),
    onDone: ({ schedulePublication }) => onDone(schedulePublication as Fields),
  });
  return (
    <Form form={form} label={t('studio.schedule')}>
      <Stack>
        <DateTimeField name="at" label={t('studio.scheduleAt')} required />
        <SubmitBar>
          <SubmitButton>{t('studio.scheduleSubmit')}</SubmitButton>
        </SubmitBar>
      </Stack>
    </Form>
  );
}
