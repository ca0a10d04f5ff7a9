import { csrfHeader } from '@/shared/api/client';
import { ApiError, NetworkError, type Problem } from '@/shared/api/problem';

/** Multipart with progress: fetch cannot tell how far an upload has come. */
export function sendPicture(
  url: string,
  picture: Blob,
  {
    key,
    field = 'file',
    fields = {},
    onProgress,
  }: {
    key: string;
    field?: string;
    /** What goes with the picture in the same form. */
    fields?: Record<string, string>;
    onProgress?: (share: number) => void;
  },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append(field, picture, 'picture.jpg');
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries({ ...csrfHeader(), 'Idempotency-Key': key }))
      request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (e) => {
      if (e.lengthComputable) onProgress?.(e.loaded / e.total);
    });
    request.addEventListener('error', () => reject(new NetworkError('no answer')));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) return resolve();
      reject(new ApiError(request.status, problemOf(request)));
    });
    request.send(form);
  });
}

function problemOf(request: XMLHttpRequest): Problem {
  const base = { type: 'about:blank', title: request.statusText, status: request.status };
  try {
    const body: unknown = JSON.parse(request.responseText);
    return typeof body === 'object' && body ? { ...base, ...body, status: request.status } : base;
  } catch {
    return base;
  }
}
