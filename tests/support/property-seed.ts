import fc from 'fast-check';

/** The same commit gets the same verdict on every machine; STIPPLE_SEED=<number> looks elsewhere. */
const FIXED_SEED = 20261122;

fc.configureGlobal({ seed: Number(process.env.STIPPLE_SEED ?? FIXED_SEED) });
