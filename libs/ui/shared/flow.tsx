import { Button, Input, Modal, SegmentedControl, TextInput, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun, IconTrash, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { IconTile } from './bits';
import css from './states.module.css';
import { useUiTexts } from './texts';

export interface WorkflowStep {
  readonly label: ReactNode;
  /** Who and when. */
  readonly meta?: ReactNode;
  readonly state: 'done' | 'current' | 'next';
}

/** Steps of a thing that goes from hand to hand, under a 3 px rule. */
export function WorkflowSteps({ steps, label }: { readonly steps: readonly WorkflowStep[]; readonly label: string }) {
  const texts = useUiTexts();
  return (
    <ol className={css.steps} aria-label={label}>
      {steps.map((step, i) => (
        <li key={i} className={css.step} data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
          <span className={css.stepMark} aria-hidden>
            {step.state === 'done' ? <IconCheck size={12} stroke={2.5} /> : null}
          </span>
          <span>
            <b>
              {step.label}
              {step.state === 'done' ? <span className="pv-sr">, {texts.done}</span> : null}
            </b>
            {step.meta ? <small>{step.meta}</small> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

export interface ConfirmWordModalProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly title: string;
  readonly intro?: ReactNode;
  readonly gone?: readonly ReactNode[];
  readonly kept?: readonly ReactNode[];
  /** Word to type: EFFACER. */
  readonly word: string;
  readonly confirmLabel: string;
  readonly keepLabel: string;
  readonly busy?: boolean;
}

/** The only gesture without return: says what goes and what stays, and asks for a typed word. */
export function ConfirmWordModal({ opened, onClose, onConfirm, title, intro, gone = [], kept = [], word, confirmLabel, keepLabel, busy = false }: ConfirmWordModalProps) {
  const texts = useUiTexts();
  const [typed, setTyped] = useState('');
  const hintId = useId();
  const ready = typed.trim() === word;
  const [before, after] = texts.typeWord.split('{word}');
  const close = () => {
    setTyped('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} withCloseButton={false} padding="lg" size="30rem" attributes={{ content: { 'aria-label': title } }} styles={{ body: { paddingTop: '1.5rem' } }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onConfirm();
        }}
      >
        <div className={css.confirmHead}>
          <IconTile tone="danger" size="lg">
            <IconTrash size={20} stroke={1.75} />
          </IconTile>
          <div>
            <h2 className={css.confirmTitle}>{title}</h2>
            {intro ? <p className={css.confirmIntro}>{intro}</p> : null}
          </div>
        </div>
        {gone.length + kept.length > 0 ? (
          <ul className={css.confirmList}>
            {gone.map((line, i) => (
              <li key={`gone-${i}`}>
                <IconX size={16} color="var(--danger)" aria-hidden />
                <span>{line}</span>
              </li>
            ))}
            {kept.map((line, i) => (
              <li key={`kept-${i}`}>
                <IconCheck size={16} color="var(--good)" aria-hidden />
                <span>{line}</span>
              </li>
            ))}
          </ul>
        ) : null}
        <TextInput
          id={hintId}
          label={
            <>
              {before}
              <span className={css.confirmWord}>{word}</span>
              {after}
            </>
          }
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <div className={css.confirmFoot}>
          <Button variant="subtle" color="gray" onClick={close}>
            {keepLabel}
          </Button>
          <Button type="submit" color="danger" aria-disabled={!ready} aria-describedby={ready ? undefined : `${hintId}-label`} loading={busy}>
            {confirmLabel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

export interface LanguageSwitchProps<T extends string> {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** Languages by their own names. */
export function LanguageSwitch<T extends string>({ value, options, onChange }: LanguageSwitchProps<T>) {
  const texts = useUiTexts();
  return <SegmentedControl aria-label={texts.language} value={value} onChange={(next) => onChange(next as T)} data={options.map((o) => ({ value: o.value, label: <span lang={o.value}>{o.label}</span> }))} />;
}

/** Scheme of the system, light or dark. */
export function ColorSchemeSwitch() {
  const texts = useUiTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const option = (value: 'auto' | 'light' | 'dark', Icon: typeof IconSun, label: string) => ({
    value,
    label: (
      <span title={label} style={{ display: 'grid', placeItems: 'center', height: '1.25rem' }}>
        <Icon size={16} aria-hidden />
        <span className="pv-sr">{label}</span>
      </span>
    ),
  });
  return (
    <SegmentedControl
      aria-label={texts.colourScheme}
      value={colorScheme}
      onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
      data={[option('auto', IconDeviceDesktop, texts.schemeAuto), option('light', IconSun, texts.schemeLight), option('dark', IconMoon, texts.schemeDark)]}
    />
  );
}

/** End of a form: what is saved on the left, the actions on the right, always in sight. */
export function SubmitBar({ saved, children }: { readonly saved?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={css.submitBar}>
      <span className={css.saved} role="status">
        {saved ? <IconCheck size={14} aria-hidden /> : null}
        {saved}
      </span>
      {children}
    </div>
  );
}

export interface FormFieldProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  /** The correction proposed with the error: one press applies it. */
  readonly suggestion?: { readonly label: ReactNode; readonly onApply: () => void };
  readonly required?: boolean;
  /** Id of the control inside, for the label. */
  readonly htmlFor: string;
  readonly children: ReactNode;
}

/** Label, help and error around a control that has none of its own; the error proposes its correction. */
export function FormField({ label, description, error, suggestion, required, htmlFor, children }: FormFieldProps) {
  return (
    <div>
      <Input.Wrapper label={label} description={description} error={error} required={required} id={htmlFor}>
        {children}
      </Input.Wrapper>
      {suggestion ? (
        <button type="button" className={css.suggestion} onClick={suggestion.onApply}>
          {suggestion.label}
        </button>
      ) : null}
    </div>
  );
}
