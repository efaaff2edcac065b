import { ColorInput, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { AddGroupInput, UpdateOrganisationInput } from '@portevoix/identity/shared';
import { accentRoles, Card, Columns, IconTile, Notice, PageHeader, Pill, Stack, TextButton } from '@portevoix/ui';
import { VoiceMark } from '@portevoix/ui/admin';
import { Form, formFor, PictureField, queryOf, request, SelectField, SubmitButton, TextField, useCan, useField, useFormat, useT, useViewer } from '@portevoix/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { DemoCard } from './DemoCard';
import { AddGroupDocument, GroupsDocument, UpdateOrganisationDocument } from './settings.graphql';
import { texts } from './texts';

const OrganisationForm = formFor(UpdateOrganisationInput);
const GroupForm = formFor(AddGroupInput);
const KINDS = ['DEPARTMENT', 'SITE', 'SUBSIDIARY', 'PARTNER', 'FREE'] as const;

export function OrganisationPage() {
  const t = useT(texts);
  const { isDemo } = useViewer().organisation;
  const canReset = useCan('programme:manage');
  return (
    <Stack>
      <PageHeader title={t('organisation.title')} subtitle={t('organisation.subtitle')} />
      <Columns>
        <Settings />
        <Stack>
          <Groups />
          {isDemo && canReset ? <DemoCard /> : null}
        </Stack>
      </Columns>
    </Stack>
  );
}

function Settings() {
  const t = useT(texts);
  const client = useQueryClient();
  const { organisation } = useViewer();
  const { name, accent, disclosure, timeZone } = organisation;
  const form = OrganisationForm.useForm({
    defaultValues: { name, accent: accent ?? '', disclosure, timeZone },
    draft: 'identity.organisation',
    prepare: (values) => ({ ...values, accent: values.accent || null }),
    submit: async (input) => {
      const roles = input.accent ? accentRoles(input.accent) : null;
      // A colour that cannot be read is not sent: the field shows the nearest one that can.
      if (roles && !roles.ok) return null;
      return request(UpdateOrganisationDocument, { input });
    },
    onDone: (result) => {
      if (!result) return;
      notifications.show({ message: t('organisation.saved') });
      void client.invalidateQueries();
    },
  });
  return (
    <Card>
      <Form form={form} label={t('organisation.title')}>
        <Stack>
          <PictureField of="logo" label={t('organisation.logo')} hint={t('organisation.logoHelp')} blank={<IconTile size="lg" tone="accent"><VoiceMark /></IconTile>} />
          <TextField name="name" label={t('organisation.name')} required />
          <TextField name="disclosure" label={t('organisation.disclosure')} description={t('organisation.disclosureHelp')} required />
          <AccentField form={form.form} />
          <SelectField name="timeZone" label={t('organisation.timeZone')} description={t('organisation.timeZoneHelp')} searchable data={Intl.supportedValuesOf('timeZone')} required />
          <Group justify="flex-end">
            <SubmitButton>{t('organisation.save')}</SubmitButton>
          </Group>
        </Stack>
      </Form>
    </Card>
  );
}

/** The presets can all be read; any other colour is checked while it is chosen. */
const PRESETS = ['#c93c1d', '#a4343a', '#8a3ffc', '#3d5aa8', '#0f6e84', '#1b7a57', '#8f5300', '#1f2147'];

function AccentField({ form }: { form: UseFormReturn<UpdateOrganisationInput> }) {
  const t = useT(texts);
  const { value, ...field } = useField<UpdateOrganisationInput>('accent');
  return (
    <>
      <ColorInput {...field} value={value ?? ''} label={t('organisation.accent')} description={t('organisation.accentHelp')} format="hex" swatches={PRESETS} swatchesPerRow={8} withEyeDropper={false} popoverProps={{ position: 'top-start' }} />
      <AccentAdvice form={form} />
    </>
  );
}

function AccentAdvice({ form }: { form: UseFormReturn<UpdateOrganisationInput> }) {
  const t = useT(texts);
  const format = useFormat();
  const accent = useWatch({ control: form.control, name: 'accent' });
  const roles = accent ? accentRoles(accent) : null;
  if (!roles || roles.ok || roles.reason !== 'contrast') return null;
  const { contrast, suggestion } = roles;
  return (
    <Notice tone="warn" live action={<TextButton onClick={() => form.setValue('accent', suggestion)}>{t('organisation.useSuggestion', { suggestion })}</TextButton>}>
      {t('organisation.accentTooPale', { contrast: format.number(contrast, { maximumFractionDigits: 1 }), suggestion })}
    </Notice>
  );
}

function Groups() {
  const t = useT(texts);
  const client = useQueryClient();
  const groups = useQuery(queryOf(GroupsDocument)).data?.groupsOfOrganisation ?? [];
  const form = GroupForm.useForm({
    defaultValues: { kind: 'DEPARTMENT' as never, name: '' },
    submit: (input) => request(AddGroupDocument, { input: input as never }),
    onDone: () => {
      form.form.resetField('name');
      void client.invalidateQueries({ queryKey: ['Groups'] });
    },
  });
  return (
    <Card title={t('groups.title')}>
      <Stack>
        <p>{t('groups.intro')}</p>
        {groups.length ? (
          <Group gap="xs">
            {groups.map(({ id, name, kind }) => (
              <Pill key={id} wrap>{`${t(`kinds.${kind}`)} · ${name}`}</Pill>
            ))}
          </Group>
        ) : (
          <p>{t('groups.empty')}</p>
        )}
        <Form form={form} label={t('groups.title')}>
          <Stack>
            <SelectField name="kind" label={t('groups.kind')} data={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
            <TextField name="name" label={t('groups.name')} required />
            <Group justify="flex-end">
              <SubmitButton variant="default">{t('groups.add')}</SubmitButton>
            </Group>
          </Stack>
        </Form>
      </Stack>
    </Card>
  );
}
