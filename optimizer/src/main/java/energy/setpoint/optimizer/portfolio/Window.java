package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The steps of a dispatch laid over the time grid of one site, which may be finer or coarser. */
final class Window {

  /** Kilowatts that are left of a sum by rounding, and that a simplex would stumble over. */
  private static final double NOISE_KW = 1e-9;

  private final TimeGrid dispatch;
  private final TimeGrid site;
  private int[] dispatchStep = new int[16];
  private int[] siteStep = new int[16];
  private double[] millis = new double[16];
  private int size;

  /**
   * @throws IllegalArgumentException when the site's grid does not cover the dispatch
   */
  Window(TimeGrid dispatch, TimeGrid site) {
    this.dispatch = dispatch;
    this.site = site;
    if (dispatch.start().isBefore(site.start()) || dispatch.end().isAfter(site.end())) {
      throw new IllegalArgumentException(
          "A plan from "
              + site.start()
              + " to "
              + site.end()
              + " does not cover a dispatch from "
              + dispatch.start()
              + " to "
              + dispatch.end()
              + ".\nMaybe its horizon is too short.");
    }
    int at = 0;
    for (int step = site.indexAt(dispatch.start()); step < site.size(); step++) {
      while (at < dispatch.size() && !dispatch.step(at).end().isAfter(site.step(step).start())) {
        at++;
      }
      for (int i = at; i < dispatch.size() && overlaps(i, step); i++) {
        add(i, step);
      }
    }
  }

  private boolean overlaps(int inDispatch, int inSite) {
    return dispatch.step(inDispatch).overlaps(site.step(inSite));
  }

  private void add(int inDispatch, int inSite) {
    if (size == dispatchStep.length) {
      dispatchStep = Arrays.copyOf(dispatchStep, size * 2);
      siteStep = Arrays.copyOf(siteStep, size * 2);
      millis = Arrays.copyOf(millis, size * 2);
    }
    Instant from = later(dispatch.step(inDispatch).start(), site.step(inSite).start());
    Instant to = earlier(dispatch.step(inDispatch).end(), site.step(inSite).end());
    dispatchStep[size] = inDispatch;
    siteStep[size] = inSite;
    millis[size++] = Duration.between(from, to).toMillis();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** The mean of a site's power in each step of the dispatch, in kilowatts. */
  double[] meanKw(PowerCurve power) {
    double[] kilowatts = new double[dispatch.size()];
    for (int i = 0; i < size; i++) {
      double share = millis[i] / dispatch.length(dispatchStep[i]).toMillis();
      kilowatts[dispatchStep[i]] += share * power.watts(siteStep[i]) / 1000;
    }
    for (int step = 0; step < kilowatts.length; step++) {
      kilowatts[step] = Math.abs(kilowatts[step]) < NOISE_KW ? 0 : kilowatts[step];
    }
    return kilowatts;
  }

  /**
   * The mean of a price in each step of the site, 0 outside the dispatch. Paid on the site's energy
   * it is the same money as the price paid on the energy of each step of the dispatch.
   *
   * @param perKilowattHour one for each step of the dispatch
   */
  double[] pricesAtSite(double[] perKilowattHour) {
    double[] prices = new double[site.size()];
    for (int i = 0; i < size; i++) {
      double share = millis[i] / site.length(siteStep[i]).toMillis();
      prices[siteStep[i]] += share * perKilowattHour[dispatchStep[i]];
    }
    return prices;
  }

  /** The steps of the site that lie in the dispatch at least in part, in order. */
  int[] siteSteps() {
    return Arrays.stream(siteStep, 0, size).distinct().toArray();
  }
}
