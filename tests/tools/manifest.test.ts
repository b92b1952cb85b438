import { readFileSync } from 'node:fs';
import { imageDimensionsFromData } from 'image-dimensions';
import { describe, expect, it } from 'vitest';
import { SHARED_ADDRESS, SHARED_FIELD } from '~/load/offline-messages';

interface Manifest {
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[];
  readonly screenshots: readonly { readonly src: string; readonly sizes: string; readonly form_factor: string }[];
  readonly file_handlers: readonly { readonly action: string; readonly accept: Readonly<Record<string, string[]>> }[];
  readonly share_target: {
    readonly action: string;
    readonly method: string;
    readonly params: { readonly files: readonly { readonly name: string; readonly accept: readonly string[] }[] };
  };
}

const manifest = JSON.parse(readFileSync('assets/manifest.webmanifest', 'utf8')) as Manifest;

describe('the manifest of the installed app', () => {
  it('names pictures that are there, of the size it says', () => {
    const named = [...manifest.icons, ...manifest.screenshots].filter(({ src }) => !src.endsWith('.svg'));
    for (const { src, sizes } of named) {
      const { width, height } = imageDimensionsFromData(readFileSync(`assets/${src}`)) ?? {};
      expect(`${width}x${height}`, src).toBe(sizes);
    }
    expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
    expect(new Set(manifest.screenshots.map(({ form_factor }) => form_factor))).toEqual(new Set(['wide', 'narrow']));
  });

  it('opens photos and projects, and takes what other apps share to where the service worker waits for it', () => {
    const endings = manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat());
    for (const ending of ['.jpg', '.jpeg', '.png', '.webp', '.avif', '.heic', '.stipple'])
      expect(endings).toContain(ending);
    const { action, method, params } = manifest.share_target;
    expect([action, method]).toEqual([SHARED_ADDRESS, 'POST']);
    expect(params.files.map(({ name }) => name)).toEqual([SHARED_FIELD]);
    for (const kind of ['image/*', '.stipple']) expect(params.files[0].accept).toContain(kind);
  });

  it('is linked from the page, with an icon for the home screens that read none of it', () => {
    const page = readFileSync('index.html', 'utf8');
    expect(page).toMatch(/<link rel="manifest"[^>]*manifest\.webmanifest/);
    const icon = /<link rel="apple-touch-icon"[^>]*href="\/?(?:\.\/)?([^"]+)"/.exec(page)?.[1] ?? '';
    expect(imageDimensionsFromData(readFileSync(`assets/${icon}`))).toMatchObject({ width: 180, height: 180 });
  });
});
