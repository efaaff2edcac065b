import type { ClassConstructor } from 'class-transformer';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useForm as useReactForm, type DefaultValues, type FieldErrors, type FieldValues, type Path, type Resolver, type UseFormReturn } from 'react-hook-form';
import { toNestErrors } from '@hookform/resolvers';
import { ApiError, type FieldProblem } from '../api-error';
import { fieldText } from '../errors';
import { useDrafts } from '../session/drafts';
import { cleanValues, formPath, validateInput } from './validation';

export interface InputFormOptions<Input extends FieldValues, Result> {
  defaultValues: DefaultValues<Input>;
  /** Sends the checked input; what it throws is shown on the fields or above the form. */
  submit: (input: Input) => Promise<Result>;
  onDone?: (result: Result, input: Input) => void;
  /** Keeps what is typed on this device under this name, and gives it back next time. */
  draft?: string;
  /** Fields that a draft leaves out: passwords, codes. */
  draftExcept?: readonly Path<Input>[];
  /** Values as the API takes them, from what the fields hold. */
  prepare?: (values: Input) => Input;
}

export interface InputForm<Input extends FieldValues> {
  form: UseFormReturn<Input>;
  onSubmit: (event?: React.SyntheticEvent) => Promise<void>;
  /** What the API refused as a whole. */
  failure: unknown;
  /** When the draft that fills the form was saved, if there is one. */
  restoredAt: number | undefined;
  /** Empties the form and forgets the draft. */
  startAgain: () => void;
}

/** The hidden `type` keeps the rule, so that the text follows a change of language. */
const asError = ({ rule, params }: FieldProblem) => ({ type: rule, message: JSON.stringify(params ?? {}) });

/** Text of a field's error, from the rule and figures that react-hook-form carries. */
export function errorOf(error: { type?: unknown; message?: unknown } | undefined): string | undefined {
  if (!error) return undefined;
  const params = typeof error.message === 'string' && error.message.startsWith('{') ? (JSON.parse(error.message) as FieldProblem['params']) : {};
  return fieldText({ rule: String(error.type), ...(params && { params }) });
}

function resolverOf<Input extends FieldValues>(Class: ClassConstructor<Input>, prepare: (values: Input) => Input): Resolver<Input> {
  return async (values, _context, options) => {
    const input = prepare(cleanValues(values));
    const problems = await validateInput(Class, input);
    if (!problems.length) return { values: input, errors: {} };
    const flat = Object.fromEntries(problems.map((problem) => [problem.path, asError(problem)]));
    return { values: {}, errors: toNestErrors<Input>(flat as FieldErrors, options) };
  };
}

/**
 * A form bound to an input class of a domain's `shared/`: the API's own rules, checked while typing.
 * `const ContestForm = formFor(CreateContestInput)`, then `const form = ContestForm.useForm({…})` and `<Form form={form}>`.
 */
export function formFor<Input extends FieldValues>(Class: ClassConstructor<Input>) {
  return { useForm: <Result,>(options: InputFormOptions<Input, Result>) => useInputForm(Class, options) };
}

function useInputForm<Input extends FieldValues, Result>(Class: ClassConstructor<Input>, options: InputFormOptions<Input, Result>): InputForm<Input> {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const resolver = useMemo(() => resolverOf(Class, (values) => latest.current.prepare?.(values) ?? values), [Class]);
  const draft = useDraft(options);
  const form = useReactForm<Input>({ resolver, mode: 'onTouched', defaultValues: draft.initial });
  const [failure, setFailure] = useState<unknown>();
  useDraftSaving(form, options);

  const onSubmit = form.handleSubmit(async (input) => {
    setFailure(undefined);
    try {
      const result = await latest.current.submit(input as Input);
      draft.forget();
      latest.current.onDone?.(result, input as Input);
    } catch (error) {
      if (!placeOnFields(form, error)) setFailure(error);
    }
  });
  const startAgain = () => {
    draft.forget();
    form.reset(options.defaultValues as Input);
  };
  return { form, onSubmit, failure, restoredAt: draft.restoredAt, startAgain };
}

/** Puts the API's problems on the fields of this form; false when one of them has no field here. */
function placeOnFields<Input extends FieldValues>(form: UseFormReturn<Input>, error: unknown): boolean {
  if (!(error instanceof ApiError) || !error.fields.length) return false;
  const known = error.fields.map((problem) => ({ problem, path: formPath(problem.path) as Path<Input> }));
  const here = known.filter(({ path }) => form.getValues(path) !== undefined);
  // The API lists every rule that a field breaks: the first one is said.
  here.filter(({ path }, index) => here.findIndex((other) => other.path === path) === index).forEach(({ problem, path }, index) => form.setError(path, asError(problem), { shouldFocus: index === 0 }));
  return here.length === known.length;
}

function useDraft<Input extends FieldValues, Result>({ draft: name, defaultValues }: InputFormOptions<Input, Result>) {
  const drafts = useDrafts();
  const [kept] = useState(() => (name ? drafts.read<Partial<Input>>(name) : undefined));
  const [restoredAt, setRestoredAt] = useState(kept?.savedAt);
  const forget = () => {
    if (name) drafts.forget(name);
    setRestoredAt(undefined);
  };
  return { initial: { ...defaultValues, ...kept?.values } as DefaultValues<Input>, restoredAt, forget };
}

function useDraftSaving<Input extends FieldValues, Result>(form: UseFormReturn<Input>, { draft: name, draftExcept = [] }: InputFormOptions<Input, Result>): void {
  const drafts = useDrafts();
  const except = draftExcept.join();
  useEffect(() => {
    if (!name) return undefined;
    const left = new Set(except.split(','));
    return form.subscribe({
      formState: { values: true },
      // A reset names no field: only what a person typed is a draft.
      callback: ({ values, name: changed }) => changed && drafts.save(name, Object.fromEntries(Object.entries(values as object).filter(([key]) => !left.has(key)))),
    });
  }, [form, drafts, name, except]);
}
