import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError, NetworkError } from '@/shared/api/problem';
import { shrinkImage } from '@/shared/media/shrinkImage';
import { usePictures } from '@/shared/media/usePictures';
import { renderPage } from '@/shared/testing/render';
import { PicturePicker } from './PicturePicker';

vi.mock('@/shared/media/shrinkImage', () => ({ shrinkImage: vi.fn() }));
beforeEach(() => {
  vi.mocked(shrinkImage).mockImplementation(async (f) => {
    if (f.type === 'text/plain') throw new Error('no picture');
    return new Blob(['small'], { type: 'image/jpeg' });
  });
  URL.createObjectURL = () => 'blob:preview';
  URL.revokeObjectURL = () => undefined;
});

type Send = Parameters<ReturnType<typeof usePictures>['upload']>[0];
function Example({ send }: { send: Send }) {
  const pictures = usePictures(2);
  return (
    <>
      <PicturePicker pictures={pictures} label="Bilder" />
      <button type="button" onClick={() => void pictures.upload(send)}>
        Last opp
      </button>
    </>
  );
}
const jpg = (name: string) => new File(['x'], name, { type: 'image/jpeg' });
async function add(user: ReturnType<typeof renderPage>['user'], ...files: File[]) {
  await screen.findByText('Bilder');
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file input');
  await user.upload(input, files);
}

test('pictures are shown, can be taken away, and there is room for so many', async () => {
  const { user } = renderPage(<Example send={vi.fn()} />);
  await add(user, jpg('a.jpg'), jpg('b.jpg'), jpg('c.jpg'));
  expect(await screen.findAllByRole('img')).toHaveLength(2);
  expect(screen.getByRole('button', { name: 'Plass til 2 bilder' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Fjern bilde 1' }));
  expect(screen.getByRole('button', { name: 'Ta bilde eller velg' })).toBeEnabled();
});

test('what is no picture is told at that file', async () => {
  const { user } = renderPage(<Example send={vi.fn()} />);
  await screen.findByText('Bilder');
  vi.mocked(shrinkImage).mockRejectedValueOnce(new Error('no picture'));
  await add(user, jpg('broken.jpg'));
  expect(await screen.findByText('Dette bildet kan ikke leses. Prøv et annet.')).toBeInTheDocument();
});

test('a failed one keeps its place and goes with the next try, under the same key', async () => {
  const keys: string[] = [];
  let fail: Error | undefined = new NetworkError('no');
  const send: Send = async (_picture, key) => {
    keys.push(key);
    if (fail) throw fail;
  };
  const { user } = renderPage(<Example send={send} />);
  await add(user, jpg('a.jpg'));
  await screen.findByRole('img');
  await user.click(screen.getByRole('button', { name: 'Last opp' }));
  expect(await screen.findByText('Bildet er ikke sendt ennå')).toBeInTheDocument();
  fail = new ApiError(415, { type: 'x', title: 'x', status: 415 });
  await user.click(screen.getByRole('button', { name: 'Last opp' }));
  expect(await screen.findByText('Bildet ble ikke tatt imot')).toBeInTheDocument();
  fail = undefined;
  await user.click(screen.getByRole('button', { name: 'Last opp' }));
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  expect(new Set(keys).size).toBe(1);
});
