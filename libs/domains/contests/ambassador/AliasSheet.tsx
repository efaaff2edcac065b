import { JoinRankingInput } from '@portevoix/contests/shared';
import { BottomSheet } from '@portevoix/ui/ambassador';
import { Form, formFor, request, SubmitButton, TextField, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { JoinRanking } from './contests.graphql';
import { texts } from './texts';
import css from './contests.module.css';

const AliasForm = formFor(JoinRankingInput);

interface Props {
  contestId: string;
  alias: string | null;
  opened: boolean;
  onClose: () => void;
}

/** Joining is the person's own act, under the name they choose. */
export function AliasSheet({ opened, onClose, ...rest }: Props) {
  const t = useT(texts);
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t('alias.title')} closeLabel={t('alias.close')}>
      <Alias onDone={onClose} {...rest} />
    </BottomSheet>
  );
}

function Alias({ contestId, alias, onDone }: Omit<Props, 'opened' | 'onClose'> & { onDone: () => void }) {
  const t = useT(texts);
  const client = useQueryClient();
  const form = AliasForm.useForm({
    defaultValues: { contestId, alias: alias ?? '' },
    prepare: (values) => ({ ...values, alias: values.alias?.trim() || null }),
    submit: (input) => request(JoinRanking, { input }),
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['ContestOfMine'] });
      onDone();
    },
  });
  return (
    <Form form={form} label={t('alias.title')}>
      <div className={css.sheet}>
        <p>{t('alias.text')}</p>
        <TextField name="alias" label={t('alias.field')} description={t('alias.hint')} autoComplete="off" data-autofocus />
        <SubmitButton>{t('alias.submit')}</SubmitButton>
      </div>
    </Form>
  );
}
