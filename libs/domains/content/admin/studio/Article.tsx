import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { shownPicture } from '@portevoix/content/shared';
import { Card, Stack } from '@portevoix/ui';
import { illustrationMotifs } from '@portevoix/ui/illustrations';
import { useT } from '@portevoix/web';
import { IconRefresh } from '@tabler/icons-react';
import css from '../content.module.css';
import { texts } from '../texts';
import type { Studio } from './useStudio';

/** What is read: title, summary, article, picture, and the page that a share leads to. */
export function Article({ studio: { draft, change, publication } }: { studio: Studio }) {
  const t = useT(texts);
  const disabled = !publication.viewerCanEdit;
  return (
    <Card title={t('studio.body')} titleSize="small">
      <Stack>
        <TextInput label={t('studio.title')} required disabled={disabled} maxLength={200} value={draft.title} onChange={(event) => change({ title: event.currentTarget.value })} />
        <Textarea autosize minRows={2} label={t('studio.summary')} disabled={disabled} maxLength={600} value={draft.summary} onChange={(event) => change({ summary: event.currentTarget.value })} />
        <Textarea autosize minRows={8} maxRows={30} label={t('studio.body')} description={t('studio.bodyHint')} disabled={disabled} value={draft.body} onChange={(event) => change({ body: event.currentTarget.value })} />
        <div className={css.props}>
          <TextInput type="url" label={t('studio.link')} disabled={disabled} value={draft.targetUrl} onChange={(event) => change({ targetUrl: event.currentTarget.value })} />
          <TextInput label={t('studio.sourceName')} disabled={disabled} maxLength={80} value={draft.sourceName} onChange={(event) => change({ sourceName: event.currentTarget.value })} />
        </div>
        {shownPicture(publication.imageUrl) ? null : (
          <div className={css.row}>
            <Select size="sm" label={t('studio.motif')} disabled={disabled} allowDeselect={false} data={illustrationMotifs.map((value) => ({ value, label: t(`motifs.${value}`) }))} value={draft.illustrationMotif} onChange={(motif) => change({ illustrationMotif: motif ?? draft.illustrationMotif })} />
            <Button size="sm" variant="default" mt="lg" disabled={disabled} leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => change({ illustrationSeed: (draft.illustrationSeed + 1) % 1_000_000 })}>
              {t('studio.anotherPicture')}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  );
}
