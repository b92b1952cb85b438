import { SHARED_CACHE, SHARED_FIELD, SHARED_PAGE } from './offline-messages';

/**
 * Answers the form with which another app shares a photo or a project: its file is put aside, and the page opened that asks for it
 * (launched-files.ts). The page is opened whatever comes, for a person waits for it: without a file put aside it says so.
 */
export async function takeShared(
  request: Request,
  caches: Pick<CacheStorage, 'open'>,
  scope: string,
): Promise<Response> {
  await putAside(request, caches, new URL(SHARED_FIELD, scope).href).catch(() => undefined);
  return Response.redirect(new URL(SHARED_PAGE, scope).href, 303);
}

async function putAside(request: Request, caches: Pick<CacheStorage, 'open'>, address: string): Promise<void> {
  const cache = await caches.open(SHARED_CACHE);
  // One that nobody came for is not to be taken for this one.
  await cache.delete(address);
  const file = (await request.formData()).get(SHARED_FIELD);
  if (!(file instanceof File)) return;
  const headers = { 'content-type': file.type, 'x-name': encodeURIComponent(file.name) };
  await cache.put(address, new Response(file, { headers }));
}
