import { Modal } from '@mantine/core';
import type { StudioFieldsFragment } from '@portevoix/graphql';
import { Avatar, Card, TextButton } from '@portevoix/ui';
import { useFormat, useT } from '@portevoix/web';
import { useState } from 'react';
import css from '../content.module.css';
import { texts } from '../texts';
import { blocksOf } from './blocks';
import { diffLines, type DiffLine } from './diff';

type Revision = StudioFieldsFragment['revisions'][number];

/** Who did what, newest first; each change of the texts can be looked at beside what it replaced. */
export function HistoryCard({ revisions }: { revisions: readonly Revision[] }) {
  const t = useT(texts);
  const format = useFormat();
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : revisions[open];
  const before = open === null ? undefined : revisions[open + 1];
  return (
    <Card title={t('studio.history')} titleSize="small" padding="dense">
      <ul className={css.history}>
        {revisions.map((line, index) => (
          <li key={line.id}>
            <Avatar name={line.person?.displayName ?? t('studio.someone')} size="sm" />
            <div>
              <b>{line.person?.displayName ?? t('studio.someone')}</b> {t(`studio.revisions.${line.kind}`, { status: t(`statuses.${line.toStatus}`) })}
              <p>
                <time dateTime={line.createdAt}>{format.dateTime(line.createdAt)}</time>
              </p>
              {line.comment ? <p>{line.comment}</p> : null}
              {line.kind === 'EDITED' && revisions[index + 1] ? <TextButton onClick={() => setOpen(index)}>{t('studio.differences')}</TextButton> : null}
            </div>
          </li>
        ))}
      </ul>
      <Modal size="xl" opened={shown !== undefined} onClose={() => setOpen(null)} title={t('studio.differences')}>
        {shown && before ? <Differences before={before} after={shown} /> : null}
      </Modal>
    </Card>
  );
}

const textOf = ({ texts: { title, summary, why, body, variants } }: Revision) => [title, summary, why, blocksOf(body), ...variants.map(({ text }) => text)].join('\n\n');

function Differences({ before, after }: { before: Revision; after: Revision }) {
  const t = useT(texts);
  const [left, right] = [textOf(before), textOf(after)];
  if (left === right) return <p>{t('studio.same')}</p>;
  const lines = diffLines(left, right);
  return (
    <div className={css.diff}>
      <section>
        <h3>{t('studio.before')}</h3>
        <pre>{lines.before.map((line, index) => <Line key={index} line={line} tag="del" />)}</pre>
      </section>
      <section>
        <h3>{t('studio.after')}</h3>
        <pre>{lines.after.map((line, index) => <Line key={index} line={line} tag="ins" />)}</pre>
      </section>
    </div>
  );
}

function Line({ line: { text, changed }, tag: Tag }: { line: DiffLine; tag: 'del' | 'ins' }) {
  return <>{changed && text ? <Tag>{text}</Tag> : text}{'\n'}</>;
}
