import { PULSE_COMMENT_LENGTH } from '@portevoix/feedback/shared';
import type { MyPulsesQuery } from '@portevoix/graphql';
import { AmbassadorCard, PulseQuestion, TextButton } from '@portevoix/ui';
import { Failure, useMutationOf, useT } from '@portevoix/web';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { AnswerPulseDocument, MyPulsesDocument, PublicationPulseDocument } from './pulse.graphql';
import css from './pulse.module.css';
import { texts } from './texts';

type Pulse = MyPulsesQuery['myPulses'][number];
type Choice = Pulse['choices'][number];
interface Answer {
  works: Choice[];
  doesNotWork: Choice[];
  comment: string;
}

const BLANK: Answer = { works: [], doesNotWork: [], comment: '' };
const toggled = (list: readonly Choice[], choice: Choice): Choice[] => (list.includes(choice) ? list.filter((other) => other !== choice) : [...list, choice]);

/** Two questions and a free word. An answer sent can be changed; none is required. */
export function PulseForm({ pulse, title, text }: { readonly pulse: Pulse; readonly title: string; readonly text: string }) {
  const t = useT(texts);
  const sent = pulse.myAnswer ?? null;
  const [answer, setAnswer] = useState<Answer>(sent ?? BLANK);
  const [isEditing, setEditing] = useState(!sent);
  const [isOpen, setOpen] = useState(true);
  const save = useMutationOf(AnswerPulseDocument, { refresh: [MyPulsesDocument, PublicationPulseDocument], onSuccess: () => setEditing(false) });
  if (!isOpen) return null;
  if (!isEditing) {
    return (
      <AmbassadorCard label={title}>
        <h2 className={css.title}>{title}</h2>
        <p className={css.sent} role="status">
          <IconCircleCheckFilled size={19} aria-hidden />
          {t('sent')}
        </p>
        <TextButton onClick={() => setEditing(true)}>{t('change')}</TextButton>
      </AmbassadorCard>
    );
  }
  const keep = () => {
    setAnswer(sent ?? BLANK);
    setEditing(false);
  };
  const scope = pulse.scope;
  const choices = pulse.choices.map((id) => ({ id, label: t(`${scope}.${id}`) }));
  const isEmpty = !answer.works.length && !answer.doesNotWork.length && !answer.comment.trim();
  return (
    <div>
      <PulseQuestion
        title={title}
        text={text}
        questions={[
          { id: 'works', label: t('works'), choices, value: null, values: answer.works },
          { id: 'doesNotWork', label: t('doesNotWork'), choices, value: null, values: answer.doesNotWork },
        ]}
        onAnswer={(question, choice) => setAnswer((old) => (question === 'works' ? { ...old, works: toggled(old.works, choice as Choice) } : { ...old, doesNotWork: toggled(old.doesNotWork, choice as Choice) }))}
        free={{ label: t('comment'), value: answer.comment, maxLength: PULSE_COMMENT_LENGTH, onChange: (comment) => setAnswer((old) => ({ ...old, comment })) }}
        send={{ label: t('send'), disabledReason: isEmpty ? t('rules.isAnswered') : null, busyLabel: save.isPending ? t('sending') : null, onClick: () => save.mutate({ input: { pulseId: pulse.id, ...answer } }) }}
        skip={sent ? { label: t('cancel'), onClick: keep } : { label: t('skip'), onClick: () => setOpen(false) }}
        privacy={t('privacy')}
      />
      {save.error ? <Failure error={save.error} /> : null}
    </div>
  );
}
