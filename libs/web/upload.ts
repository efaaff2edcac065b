import { apiErrorOf, NetworkFailure } from './api-error';

/** The viewer's own picture, or the organisation's logo. */
export type PictureOf = 'me' | 'logo';

/**
 * Gives a picture to the API, or takes it away (null). Returns the address under which it is served.
 * @throws ApiError with the refused rule on the field `picture`; NetworkFailure when there was no answer
 */
export async function sendPicture(of: PictureOf, picture: Blob | null): Promise<string | null> {
  const body = new FormData();
  if (picture) body.append('picture', picture);
  const answer = await fetch(`/files/pictures/${of}`, { method: picture ? 'PUT' : 'DELETE', credentials: 'same-origin', headers: { 'x-portevoix': '1' }, ...(picture && { body }) }).catch((cause: unknown) => {
    throw new NetworkFailure(undefined, { cause });
  });
  const content = (await answer.json().catch(() => {
    throw new NetworkFailure(answer.status);
  })) as { url: string | null };
  if (!answer.ok) throw apiErrorOf([{ extensions: content }]);
  return content.url;
}
