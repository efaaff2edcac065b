import { shownPicture } from '@portevoix/content/shared';
import { Illustration } from '@portevoix/ui/ambassador';
import { isIllustrationMotif, type IllustrationMotif } from '@portevoix/ui/illustrations';
import { useState } from 'react';

/** Motifs as editors name them in French. */
const FRENCH: Readonly<Record<string, IllustrationMotif>> = {
  ecole: 'school', atelier: 'workshop', bureau: 'team', solidarite: 'solidarity', foret: 'forest', solaire: 'solar', livre: 'book', recrutement: 'hiring',
  velo: 'bike', sante: 'health', usine: 'timber', ville: 'city', mer: 'sea', trophee: 'trophy', trajet: 'journey', logistique: 'logistics',
};

export interface PictureProps {
  imageUrl?: string | null;
  illustrationMotif: string;
  illustrationSeed: number;
}

/** The content's own picture; the drawn one when there is none or it cannot be fetched. Decorative: the title says it. */
export function PublicationPicture({ imageUrl, illustrationMotif, illustrationSeed }: PictureProps) {
  const [failed, setFailed] = useState(false);
  const shown = shownPicture(imageUrl);
  if (shown && !failed) return <img src={shown} alt="" loading="lazy" decoding="async" referrerPolicy="no-referrer" onError={() => setFailed(true)} />;
  const motif = isIllustrationMotif(illustrationMotif) ? illustrationMotif : (FRENCH[illustrationMotif] ?? 'message');
  return <Illustration motif={motif} seed={String(illustrationSeed)} />;
}
