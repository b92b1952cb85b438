import { mkdir, writeFile } from 'node:fs/promises';
import { MM2_PER_CM2 } from '~/model/base/units';
import { SETTINGS } from '~/model/design/settings';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { growDots } from './grow-dots';
import { scalpMesh } from './scalp-mesh';
import { writeDotField } from './write-dot-field';

const FILE = new URL('../../assets/dots.bin', import.meta.url);

/** More dots than the densest setting needs, for places where a head is larger than the reference. */
const RESERVE = 1.12;

/** The field's own seed: not the design's, which only draws what differs from design to design. */
const SEED = 0x57199;

/** Makes `assets/dots.bin`, the dots of every head (a few seconds; see model/grow-dots). */
export async function makeDots(): Promise<void> {
  const perMm2 = (SETTINGS.densityPerCm2.max * RESERVE) / MM2_PER_CM2;
  const field = growDots(scalpMesh(REFERENCE_CRANIUM), perMm2, SEED);
  await mkdir(new URL('.', FILE), { recursive: true });
  await writeFile(FILE, new Uint8Array(writeDotField(field)));
}
