import type { HealedReport } from '~/model/healed/compare-zones';
import { HEALED, lightInWords, PAIR_DOUBTS, realInWords, verdictInWords, zoneName } from '~/ui/words/home/healed-words';
import type { Pair } from './use-pair';

/** What the pair tells: what makes it unsure, or the light, and how dark each zone is. */
export const HealedNumbers = ({ pair: { report, doubts } }: { readonly pair: Pair }) => (
  <div className="healed-told" role="status">
    {doubts.map((doubt) => (
      <p key={doubt} className="healed-doubt">
        {PAIR_DOUBTS[doubt]}
      </p>
    ))}
    {report !== null && <Told report={report} />}
  </div>
);

function Told({ report }: { readonly report: HealedReport }) {
  const verdict = verdictInWords(report.verdict);
  return (
    <>
      <p>{lightInWords(report)}</p>
      {verdict !== null && (
        <p>
          <b>{verdict}</b>
        </p>
      )}
      {report.zones.length > 0 && (
        <table className="healed-zones">
          <caption>{HEALED.zonesTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{HEALED.zone}</th>
              <th scope="col">{HEALED.planned}</th>
              <th scope="col">{HEALED.real}</th>
            </tr>
          </thead>
          <tbody>
            {report.zones.map((zone) => (
              <tr key={zone.zone}>
                <th scope="row">{zoneName(zone.zone)}</th>
                <td>{zone.planned.toFixed(2)}</td>
                <td>{realInWords(zone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="hint">{HEALED.about}</p>
    </>
  );
}
