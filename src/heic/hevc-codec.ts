import { readerOf } from './boxes';

const PROFILE_SPACES = ['', 'A', 'B', 'C'];
const CONSTRAINT_BYTES = 6;

/** The order of 32 bits turned round. */
function reversed(bits: number): number {
  let turned = 0;
  for (let i = 0; i < 32; i++) turned |= ((bits >>> i) & 1) << (31 - i);
  return turned >>> 0;
}

/** What a decoder's configuration record ('hvcC') is called (ISO/IEC 14496-15, annex E.3): `hvc1.1.6.L93.B0`. */
export function codecOf(record: Uint8Array): string {
  const rest = readerOf(record);
  rest.skip(1);
  const profile = rest.uint(1);
  const compatible = reversed(rest.uint(4));
  const constraints = [...rest.bytes(CONSTRAINT_BYTES)];
  const level = rest.uint(1);
  const used = constraints.slice(0, constraints.findLastIndex((byte) => byte !== 0) + 1);
  return [
    'hvc1',
    `${PROFILE_SPACES[profile >> 6]}${profile & 0x1f}`,
    compatible.toString(16).toUpperCase(),
    `${(profile & 0x20) === 0 ? 'L' : 'H'}${level}`,
    ...used.map((byte) => byte.toString(16).toUpperCase()),
  ].join('.');
}
