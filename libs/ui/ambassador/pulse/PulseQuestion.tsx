import { IconLock } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { ActionButton } from '../base/ActionButton';
import type { Action } from '../base/ActionButton';
import { AmbassadorCard } from '../base/pieces';
import type from '../base/type.module.css';
import css from './pulse.module.css';

export interface PulseChoiceQuestion {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly value: string | null;
  /** Any number of choices instead of one: those ticked. */
  readonly values?: readonly string[];
  /** Marks from one to five: narrow targets, with the words of both ends. */
  readonly scale?: { readonly low: string; readonly high: string };
}

export interface PulseQuestionProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly questions: readonly PulseChoiceQuestion[];
  readonly onAnswer: (question: string, choice: string) => void;
  readonly free?: { readonly label: string; readonly value: string; readonly placeholder?: string; readonly maxLength?: number; readonly onChange: (value: string) => void };
  readonly send: Action;
  readonly skip?: Action;
  /** Who will read it, and that no name goes with it. */
  readonly privacy: ReactNode;
}

/** A short pulse: large targets, one optional free text, who will know; it can be skipped. */
export function PulseQuestion({ title, text, questions, onAnswer, free, send, skip, privacy }: PulseQuestionProps) {
  const name = useId();
  return (
    <AmbassadorCard>
      <h2 className={type.sub}>{title}</h2>
      {text ? <p className={type.second}>{text}</p> : null}
      {questions.map((question) => (
        <fieldset key={question.id} className={css.group}>
          <legend className={type.label}>{question.label}</legend>
          <div className={css.choices} data-scale={question.scale ? true : undefined} data-many={question.values ? true : undefined}>
            {question.choices.map((choice) => (
              <label key={choice.id} className={css.choice}>
                <input
                  type={question.values ? 'checkbox' : 'radio'}
                  name={`${name}${question.id}`}
                  value={choice.id}
                  checked={question.values ? question.values.includes(choice.id) : question.value === choice.id}
                  onChange={() => onAnswer(question.id, choice.id)}
                />
                {choice.label}
              </label>
            ))}
          </div>
          {question.scale ? <div className={`${type.cap} ${css.ends}`}><span>{question.scale.low}</span><span>{question.scale.high}</span></div> : null}
        </fieldset>
      ))}
      {free ? (
        <label className={css.free}>
          <span className={type.label}>{free.label}</span>
          <textarea value={free.value} placeholder={free.placeholder} maxLength={free.maxLength} onChange={(event) => free.onChange(event.currentTarget.value)} />
        </label>
      ) : null}
      <div className={css.foot}>
        <p className={`${type.cap} ${css.lock}`}><IconLock size={15} aria-hidden /><span>{privacy}</span></p>
        <ActionButton full {...send} />
        {skip ? <ActionButton tone="plain" full {...skip} /> : null}
      </div>
    </AmbassadorCard>
  );
}
