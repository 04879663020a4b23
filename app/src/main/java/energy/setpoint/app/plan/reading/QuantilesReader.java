package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.QuantileRequest;
import energy.setpoint.core.plan.Quantiles;
import energy.setpoint.core.plan.Quantiles.Level;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.List;

/** Reads how far a forecast may be off. */
final class QuantilesReader {

  private QuantilesReader() {}

  /**
   * @param mostWatts that the power may be
   */
  static Quantiles read(
      List<QuantileRequest> requests, TimeGrid grid, double mostWatts, Findings findings) {
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
    return findings.attempt(() -> new Quantiles(levels)).orElse(Quantiles.UNKNOWN);
  }
}
