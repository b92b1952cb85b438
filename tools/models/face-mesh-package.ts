import { readFileSync } from 'node:fs';
import { packageFile } from './packages';

interface PackedFile {
  readonly filename: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Bytes of one of the files that @mediapipe/face_mesh packs into a single `.data` file. Where each one lies is told by
 * a JSON argument inside the loader script next to it.
 */
export function packedAsset(name: string): Buffer {
  const loader = readFileSync(
    packageFile('@mediapipe/face_mesh', 'face_mesh_solution_packed_assets_loader.js'),
    'utf8',
  );
  const listing = /loadPackage\((\{"files".*?\})\);/s.exec(loader)?.[1];
  if (listing === undefined) throw new Error('@mediapipe/face_mesh: the list of packed files is not where it was');
  const { files } = JSON.parse(listing) as { readonly files: readonly PackedFile[] };
  const file = files.find(({ filename }) => filename.endsWith(`/${name}`));
  if (file === undefined) throw new Error(`@mediapipe/face_mesh no longer packs ${name}`);
  const data = readFileSync(packageFile('@mediapipe/face_mesh', 'face_mesh_solution_packed_assets.data'));
  return data.subarray(file.start, file.end);
}
