/** The only name under which the page may make addresses of scripts (tools/headers.ts). */
const POLICY = 'stipple';

/** What browsers that know trusted types have; the others take any address. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): {
    createScriptURL(address: string): string;
  };
}

/** An address of this very origin; anything else is a mistake of ours. */
function ofThisOrigin(address: string): string {
  if (new URL(address, document.baseURI).origin !== location.origin)
    throw new TypeError(`A worker is to come from ${address}, which is not this app`);
  return address;
}

let policy: { createScriptURL(address: string): string } | null = null;

/**
 * The address of a script of this app's own, in the form in which the content policy lets a worker be started from it. Made the
 * first time that one is asked for: a second policy of the same name is refused.
 */
export function ownScript(address: string | URL): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: ofThisOrigin }) ?? { createScriptURL: ofThisOrigin };
  return policy.createScriptURL(String(address));
}
