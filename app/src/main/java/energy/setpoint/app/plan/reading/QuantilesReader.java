package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.QuantileRequest;
import energy.setpoint.core.plan.part.Quantiles;
import energy.setpoint.core.plan.part.Quantiles.Level;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads how far forecasts may be off.
 *
 * @param countedOn whether the plan takes a margin by quantile; otherwise nothing follows from them
 */
record QuantilesReader(TimeGrid grid, boolean countedOn) {

  Quantiles ofProduction(List<QuantileRequest> requests, Findings findings) {
    return read(requests, 0, findings, Quantiles::ofProduction);
  }

  Quantiles ofLoad(List<QuantileRequest> requests, Findings findings) {
    return read(requests, Part.MOST, findings, Quantiles::ofLoad);
  }

  /**
   * @param mostWatts that the power may be
   */
  private Quantiles read(
      List<QuantileRequest> requests,
      double mostWatts,
      Findings findings,
      UnaryOperator<Quantiles> inOrder) {
    if (!requests.isEmpty() && !countedOn) {
      findings.add(
          "Only byQuantile counts on these. Maybe add it to uncertainty, or leave them out.");
    }
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      QuantileRequest request = requests.get(i);
      Part part = new Part(findings.at(i));
      int before = findings.count();
      double share = part.required("share", request.share(), 0, 1);
      PowerCurve power = part.curve("powerW", request.powerW(), grid, -Part.MOST, mostWatts);
      if (findings.count() == before) {
        levels.add(new Level(share, power));
      }
    }
    return findings.attempt(() -> inOrder.apply(new Quantiles(levels))).orElse(Quantiles.UNKNOWN);
  }
}
