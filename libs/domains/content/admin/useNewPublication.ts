import { request, useT } from '@portevoix/web';
import { useNavigate } from '@tanstack/react-router';
import { CreatePublicationDocument } from './content.graphql';
import { texts } from './texts';
import { useFailure } from './useFailure';

/** Begins a publication, and opens it in the studio. */
export function useNewPublication(): () => void {
  const t = useT(texts);
  const navigate = useNavigate();
  const fail = useFailure();
  return () => void request(CreatePublicationDocument, { input: { title: t('publications.untitled') } }).then(({ createPublication: { id } }) => navigate({ to: `/contenus/publications/${id}` }), fail);
}
