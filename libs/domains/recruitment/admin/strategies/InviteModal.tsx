import { Button, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useOriginName } from '@portevoix/cohorts/admin';
import { RecruitmentOrigin } from '@portevoix/cohorts/shared';
import { InvitePeopleInput } from '@portevoix/recruitment/shared';
import { EmptyState, Stack, SubmitBar, UiLink } from '@portevoix/ui';
import { Form, formFor, MultiSelectField, queryOf, request, SelectField, SubmitButton, TextareaField, useT } from '@portevoix/web';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { CohortChoicesDocument, InvitablePeopleDocument, InviteDocument } from '../recruitment.graphql';
import { texts } from '../texts';

const InviteForm = formFor(InvitePeopleInput);

interface Props {
  opened: boolean;
  /** Opened to record a contractual duty. */
  contractual: boolean;
  /** Chosen beforehand: the page that leads here is about it. */
  cohortId?: string;
  onClose: () => void;
}

/** Asks people to join; each of them decides, and a refusal stays unknown. */
export function InviteModal({ opened, contractual, cohortId, onClose }: Props) {
  const t = useT(texts);
  return (
    <Modal opened={opened} onClose={onClose} title={contractual ? t('invite.basisTitle') : t('invite.title')} size="lg">
      <Invite key={`${contractual} ${cohortId}`} contractual={contractual} cohortId={cohortId} onClose={onClose} />
    </Modal>
  );
}

function Invite({ contractual, cohortId: chosen = '', onClose }: Omit<Props, 'opened'>) {
  const t = useT(texts);
  const originName = useOriginName();
  const client = useQueryClient();
  const known = useQuery(queryOf(CohortChoicesDocument)).data?.cohorts;
  const cohorts = known ?? [];
  const people = usePeopleChoices();
  const form = InviteForm.useForm({
    defaultValues: { cohortId: chosen, personIds: [], origin: contractual ? RecruitmentOrigin.CONTRACTUAL : RecruitmentOrigin.MISSION, rationale: '', contractBasis: '' },
    draft: `recruitment.${contractual ? 'invite-contract' : 'invite'}${chosen && `.${chosen}`}`,
    submit: (input) => request(InviteDocument, { input: input as never }),
    onDone: ({ invite }) => {
      notifications.show({ message: invite ? t('invite.sent', { count: invite }) : t('invite.sentNone') });
      void client.invalidateQueries({ queryKey: ['CohortChoices'] });
      onClose();
    },
  });
  const [cohortId, origin] = useWatch({ control: form.form.control, name: ['cohortId', 'origin'] });
  const open = cohorts.find(({ id }) => id === cohortId)?.openInvitations ?? 0;
  if (known?.length === 0) return <EmptyState title={t('invite.noCohortTitle')} reason={t('invite.noCohortReason')} action={<Button component={UiLink} href="/cohortes/nouvelle">{t('page.newCohort')}</Button>} />;
  return (
    <Form form={form} label={t('invite.title')}>
      <Stack>
        <p>{t('invite.intro')}</p>
        <SelectField<InvitePeopleInput> name="cohortId" label={t('invite.cohort')} required {...(!chosen && { 'data-autofocus': true })} data={cohorts.map(({ id, name }) => ({ value: id, label: name }))} {...(open > 0 && { description: t('invite.open', { count: open }) })} />
        <MultiSelectField<InvitePeopleInput> name="personIds" label={t('invite.people')} {...(chosen && { 'data-autofocus': true })} description={t('invite.peopleHelp')} required searchable hidePickedOptions nothingFoundMessage={t('invite.nobody')} data={people.choices} onSearchChange={people.search} filter={({ options }) => options} />
        {contractual ? null : (
          <SelectField<InvitePeopleInput> name="origin" label={t('invite.origin')} required allowDeselect={false} data={Object.values(RecruitmentOrigin).map((value) => ({ value, label: originName(value) }))} />
        )}
        {origin === RecruitmentOrigin.CONTRACTUAL ? (
          <TextareaField<InvitePeopleInput> name="contractBasis" label={t('invite.basis')} description={t('invite.basisHelp')} required />
        ) : (
          <TextareaField<InvitePeopleInput> name="rationale" label={t('invite.rationale')} description={t('invite.rationaleHelp')} required={origin === RecruitmentOrigin.MISSION} />
        )}
        <SubmitBar>
          <SubmitButton>{t('invite.send')}</SubmitButton>
        </SubmitBar>
      </Stack>
    </Form>
  );
}

/** Found by the API; those seen before stay, so that a chosen person keeps their name. */
function usePeopleChoices() {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const known = useRef(new Map<string, string>());
  const { data } = useQuery({ ...queryOf(InvitablePeopleDocument, { search: asked.trim() || null }), placeholderData: keepPreviousData });
  for (const { node } of data?.people.edges ?? []) known.current.set(node.id, [node.displayName, node.jobTitle].filter(Boolean).join(' · '));
  return { search: setSearch, choices: [...known.current].map(([value, label]) => ({ value, label })).filter(({ label }) => !search.trim() || label.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase())) };
}
