import { queryOf, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { PulseForm } from './PulseForm';
import { PublicationPulseDocument } from './pulse.graphql';
import { texts } from './texts';

/** « Cette publication vous parle-t-elle ? », after the text. */
export function PublicationPulse({ publicationId }: { readonly publicationId: string }) {
  const t = useT(texts);
  const { data } = useQuery(queryOf(PublicationPulseDocument, { publicationId }));
  const pulse = data?.publicationPulse;
  return pulse ? <PulseForm key={pulse.id} pulse={pulse} title={t('publication.title')} text={t('publication.text')} /> : null;
}
