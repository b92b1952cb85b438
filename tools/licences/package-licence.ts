import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile, packageVersion, ROOT } from '../models/packages.ts';

/** What may be shipped: nothing that asks more than to be named, or for its own source. */
const ALLOWED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', 'CC0-1.0'];
const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;

/** Vite lists what it is bundled from itself, none of which comes with its helper. */
const OF_ITS_OWN_BUNDLE = /^# Licenses of bundled dependencies$/m;

/** Packages that name their licence but do not carry its text: where that stands. */
const TEXT_ELSEWHERE: Readonly<Partial<Record<string, string>>> = {
  '@mediapipe/tasks-vision': packageFile('flatbuffers', 'LICENSE'),
  '@mediapipe/face_mesh': packageFile('flatbuffers', 'LICENSE'),
  '@mediapipe/selfie_segmentation': packageFile('flatbuffers', 'LICENSE'),
  '@pixi/colord': join(ROOT, 'tools/licences/texts/colord.txt'),
};

/** The licence that is made use of, of an SPDX expression such as `(MIT OR Apache-2.0)`; null: none of them is allowed. */
export function allowedLicence(expression: string): string | null {
  const choices = expression.replace(/^\(|\)$/g, '').split(' OR ');
  return choices.find((choice) => ALLOWED.includes(choice)) ?? null;
}

export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** What an installed package is licensed under. Throws where nobody may ship it, or where its text is missing. */
export function packageLicence(name: string): PackageLicence {
  const { license } = JSON.parse(readFileSync(packageFile(name, 'package.json'), 'utf8')) as {
    readonly license?: unknown;
  };
  const licence = typeof license === 'string' ? allowedLicence(license) : null;
  if (licence === null)
    throw new Error(`${name} is shipped, but its licence (${String(license)}) is none of ${ALLOWED.join(', ')}.`);
  const file = licenceFile(name, licence);
  if (file === null) throw new Error(`${name} is shipped, but carries no text of its licence: see TEXT_ELSEWHERE.`);
  return {
    name,
    version: packageVersion(name),
    licence,
    text: readFileSync(file, 'utf8').split(OF_ITS_OWN_BUNDLE)[0].trim(),
  };
}

/** Where there are several the one of the licence that is made use of. */
function licenceFile(name: string, licence: string): string | null {
  const files = readdirSync(packageFile(name, '')).sort();
  const own =
    files.find((file) => file.toUpperCase() === `LICENSE-${licence}`.toUpperCase()) ??
    files.find((file) => LICENCE_FILE.test(file));
  const path = own === undefined ? TEXT_ELSEWHERE[name] : packageFile(name, own);
  return path !== undefined && existsSync(path) ? path : null;
}
