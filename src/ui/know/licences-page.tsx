import '~/ui/styles/know-page.css';
import { useEffect, useState } from 'react';
import { fetchPart, once } from '~/load/load-part';
import { LICENCES_FILE } from '~/load/shipped-licences';
import type { ShippedKind, ShippedLicences, ShippedPart } from '~/load/shipped-licences';
import { Dialog } from '~/ui/controls/dialog';
import { LICENCE_KINDS, LICENCES, LICENSED_NAMES } from '~/ui/words/home/licence-words';

const licences = once(async () => {
  const folder = new URL(import.meta.env.BASE_URL, document.baseURI);
  const file = await fetchPart(new URL(LICENCES_FILE, folder).href);
  return JSON.parse(await file.text()) as ShippedLicences;
});

/** The licences of all that this build ships, as its tools wrote them down: who made it, under what terms, and those in full. */
export default function LicencesPage({ onClose }: { readonly onClose: () => void }) {
  const [shipped, setShipped] = useState<ShippedLicences | null>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (missing) return;
    let wanted = true;
    licences().then(
      (come) => {
        if (wanted) setShipped(come);
      },
      () => {
        if (wanted) setMissing(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [missing]);
  return (
    <Dialog title={LICENCES.title} className="know licences" onClose={onClose}>
      <p>{LICENCES.lead}</p>
      {shipped === null && !missing && <p role="status">{LICENCES.loading}</p>}
      {missing && (
        <div>
          <p role="alert">{LICENCES.missing}</p>
          <button type="button" className="button" onClick={() => setMissing(false)}>
            {LICENCES.again}
          </button>
        </div>
      )}
      {shipped !== null &&
        (Object.keys(LICENCE_KINDS) as ShippedKind[]).map((kind) => (
          <section key={kind} className="licences-kind" aria-label={LICENCE_KINDS[kind]}>
            <h3>{LICENCE_KINDS[kind]}</h3>
            {shipped.parts
              .filter((part) => part.kind === kind)
              .map((part) => (
                <Licence key={part.name} part={part} texts={part.texts.map((at) => shipped.texts[at])} />
              ))}
          </section>
        ))}
    </Dialog>
  );
}

function Licence({ part, texts }: { readonly part: ShippedPart; readonly texts: readonly string[] }) {
  // Of 200 kB of texts only what is being read stands in the page.
  const [open, setOpen] = useState(false);
  return (
    <details className="know-topic" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>
          <b>{LICENSED_NAMES[part.name] ?? part.name}</b> <span>{part.version}</span> <span>{part.licence}</span>
        </span>
      </summary>
      {open &&
        texts.map((text) => (
          <pre key={text} className="licence-text">
            {text}
          </pre>
        ))}
    </details>
  );
}
