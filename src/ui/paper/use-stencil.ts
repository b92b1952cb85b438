import { useMemo } from 'react';
import { hairlineOf } from '~/model/hairline/hairline';
import { stencilOf } from '~/model/measure/stencil';
import type { Stencil } from '~/model/measure/stencil';
import { useDesign, useFacts } from '~/ui/base/app-context';

/** The stencil of the design at hand; null where it is not wanted, or nothing is known of the head yet. */
export function useStencil(wanted: boolean): Stencil | null {
  const design = useDesign();
  const head = useFacts((facts) => facts?.head() ?? null);
  return useMemo(
    () => (wanted && head !== null ? stencilOf(hairlineOf(design, head), head) : null),
    [wanted, design, head],
  );
}
